import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node that the package pins, whatever Node the machine has. */
export const pinnedNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** The environment for programs that look for `node` themselves: they find the pinned one first. */
export function pinnedEnvironment(extra = {}) {
  const bins = [dirname(pinnedNode), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''];
  return { ...process.env, ...extra, PATH: bins.join(process.platform === 'win32' ? ';' : ':') };
}
