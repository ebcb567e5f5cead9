import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { makeTemporaryFolder, sweepTemporaryFolders } from './temporary-folder.ts';

it('a folder that a killed program left behind is swept up after a day, and not before', async () => {
  // A place of its own: the sweep must not meet the folders of tests that run beside this one.
  const place = await mkdtemp(join(tmpdir(), 'onemind-sweep-'));
  vi.stubEnv('TMPDIR', place);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(place, { recursive: true });
  });
  const folder = await makeTemporaryFolder();
  const hours = (count: number) => Date.now() + count * 60 * 60_000;
  await sweepTemporaryFolders(hours(23));
  expect(existsSync(folder)).toBe(true);
  await sweepTemporaryFolders(hours(25));
  expect(existsSync(folder)).toBe(false);
});
