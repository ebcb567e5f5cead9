import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../scripts/paths.mjs';
import { median, timed } from './measuring.mjs';

/** `onemind check` on the same two files, from the start of the process to its answer. */
export async function measureCheck({ roster, training, size }) {
  const all = [];
  for (let round = 0; round < Math.min(3, size.rounds); round++) {
    const { milliseconds, value } = await timed(async () =>
      spawnSync(
        process.execPath,
        [
          join(root, 'dist', 'main.js'),
          'check',
          '--roster',
          roster.path,
          '--training',
          training.path,
          '--json',
        ],
        { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 },
      ),
    );
    if (value.status !== 0 && value.status !== 1) throw new Error(`check failed: ${value.stderr}`);
    all.push(milliseconds);
  }
  return [{ name: 'onemind check, both files', unit: 'ms', ours: median(all), all: { ours: all } }];
}
