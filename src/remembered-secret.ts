import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** In development a secret is made once and kept beside the data it protects. */
export function rememberedSecret(dataDirectory: string): string {
  const path = join(dataDirectory, 'secret');
  return secretAt(path) ?? makeSecret(dataDirectory, path);
}

function secretAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written aside and linked into place: of two programs that start at once, both end with the same whole secret. */
function makeSecret(dataDirectory: string, path: string): string {
  mkdirSync(dataDirectory, { recursive: true });
  const made = randomBytes(32).toString('hex');
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `${made}\n`, { mode: 0o600 });
  try {
    linkSync(aside, path);
    return made;
  } catch (error) {
    const other = secretAt(path);
    if (other === undefined) throw error;
    return other;
  } finally {
    rmSync(aside, { force: true });
  }
}
