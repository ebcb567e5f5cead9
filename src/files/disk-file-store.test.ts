import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskFileStore } from './disk-file-store.ts';
import { MissingFile } from './file-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onemind-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const hash = 'ab'.repeat(32);

describe('files on disk', () => {
  it('are kept once under their hash and read back whole', async () => {
    const store = diskFileStore(join(folder, 'store'));
    await writeFile(join(folder, 'upload'), 'an agreement');
    await store.keep(join(folder, 'upload'), hash);
    await store.keep(join(folder, 'upload'), hash);
    expect(await text(await store.open(hash))).toBe('an agreement');
    expect(await readdir(join(folder, 'store', 'ab'))).toEqual([hash]);
  });

  it('that are not there are named as missing', async () => {
    const store = diskFileStore(join(folder, 'store'));
    expect(await store.has(hash)).toBe(false);
    await expect(store.open(hash)).rejects.toBeInstanceOf(MissingFile);
  });

  it('leave no half-written file when the source vanishes', async () => {
    const store = diskFileStore(join(folder, 'store'));
    await expect(store.keep(join(folder, 'gone'), hash)).rejects.toThrow();
    expect(await store.has(hash)).toBe(false);
  });
});
