import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'onemind-file-';
const staleMilliseconds = 24 * 60 * 60_000;

/** A folder that only this user can read, for files on their way; whoever makes it removes it. */
export function makeTemporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), prefix));
}

/** Removes what a program that was killed left behind: rosters must not lie about for good. */
export async function sweepTemporaryFolders(now = Date.now()): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const path = join(tmpdir(), name);
    const found = await stat(path).catch(() => undefined);
    // Another user's, or gone by now: neither is ours to remove.
    if (found === undefined || found.uid !== process.getuid?.()) continue;
    if (now - found.mtimeMs > staleMilliseconds) await rm(path, { recursive: true, force: true });
  }
}
