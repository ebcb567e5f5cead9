import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A file on disk with this content, gone when the test that wrote it is over. */
export async function writtenFile(
  name: string,
  content: string | Uint8Array,
): Promise<{ readonly name: string; readonly path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'onemind-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'upload');
  await writeFile(path, content);
  return { name, path };
}
