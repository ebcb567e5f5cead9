// `npm run bench [-- --json FILE] [-- --rounds N]`: everything it needs, then the measuring under the pinned Node.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pinnedEnvironment, pinnedNode, root } from '../scripts/paths.mjs';
import { setUp } from '../scripts/set-up.mjs';

await setUp();
const { status } = spawnSync(pinnedNode, [join(root, 'bench', 'run.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: pinnedEnvironment(),
});
process.exitCode = status ?? 1;
