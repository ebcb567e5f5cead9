import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedEnvironment, pinnedNode, root } from './paths.mjs';
import { SetUpError } from './set-up-error.mjs';

const stampPath = join(root, 'dist', '.built-from');

/** What the program and its assets are built from; a change in any of these builds anew. */
const inputs = [
  'src',
  'styles',
  'scripts/build-assets.mjs',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** Without these the program can't run, whatever the stamp says. */
const outputs = ['dist/main.js', 'dist/public/manifest.json'];

/** Compiles `src` into `dist` and builds styles and scripts, if their sources changed since the last time. */
export function build(say) {
  const fingerprint = fingerprintOfInputs();
  if (outputs.every((path) => existsSync(join(root, path))) && stamp() === fingerprint) return;
  say('Building …');
  rmSync(stampPath, { force: true });
  removeLeftovers();
  run([join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);
  run([join(root, 'scripts', 'build-assets.mjs')]);
  writeFileSync(stampPath, fingerprint);
}

function run(args) {
  const { status, error } = spawnSync(pinnedNode, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: pinnedEnvironment(),
  });
  if (status !== 0) throw new SetUpError(`The build failed${error ? ` (${error.message})` : ''}: see above.`);
}

function stamp() {
  return existsSync(stampPath) ? readFileSync(stampPath, 'utf8') : undefined;
}

function fingerprintOfInputs() {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesUnder(input))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
    );
}

/** Compiled files whose source has been renamed or deleted would otherwise live on. */
function removeLeftovers() {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) return;
  for (const entry of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const match = /^(.*)\.js(\.map)?$/.exec(entry);
    if (match === null || ['.ts', '.tsx'].some((end) => existsSync(join(root, 'src', match[1] + end))))
      continue;
    if (!entry.startsWith('public')) rmSync(join(dist, entry), { force: true });
  }
}
