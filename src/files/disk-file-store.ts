import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileStore, MissingFile } from './file-store.ts';

/** Files in a folder, in 256 subfolders by the first two hex digits. */
export function diskFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const has = (sha256: string) => exists(pathOf(sha256));
  return {
    has,
    async keep(path, sha256) {
      if (await has(sha256)) return;
      const target = pathOf(sha256);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      // Copied beside its place and renamed: a crash leaves either no file or the whole one.
      const arriving = `${target}.${randomUUID()}.arriving`;
      try {
        await copyFile(path, arriving);
        await flushToDisk(arriving, 'r+');
        await rename(arriving, target);
        await flushToDisk(dirname(target), 'r');
      } finally {
        await rm(arriving, { force: true });
      }
    },
    async open(sha256) {
      if (!(await has(sha256))) throw new MissingFile(sha256);
      return createReadStream(pathOf(sha256));
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** A power cut after this finds the content (of a file) or the name (in a folder) in its place. */
async function flushToDisk(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
