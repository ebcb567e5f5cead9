import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from './file-store.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** Gives `work` the path of a copy of a stored file, for readers that need to jump about in it; the copy goes afterwards. */
export async function withLocalCopy<Result>(
  files: FileStore,
  sha256: string,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = await makeTemporaryFolder();
  const path = join(folder, 'file');
  try {
    await pipeline(await files.open(sha256), createWriteStream(path, { mode: 0o600 }));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
