// Builds what browsers load: styles, fonts, icons and the browser module, each under a name with its content's
// hash, and `manifest.json` from plain to hashed name. Does nothing when its inputs have not changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'dist', 'public');
const stampFile = join(target, 'inputs.sha256');
const tools = ['@uswds/uswds', 'esbuild', 'sass-embedded'];

const stamp = inputsHash();
if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
  console.log('Assets are up to date.');
} else {
  const started = performance.now();
  const count = await build();
  console.log(`Built ${count} assets in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

async function build() {
  const esbuild = await import('esbuild');
  const next = `${target}.${process.pid}`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  try {
    const { metafile } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: ['styles/onemind.scss', 'styles/mark.svg', 'src/browser/onemind.ts'],
      outdir: next,
      entryNames: '[name]-[hash]',
      assetNames: '[name]-[hash]',
      bundle: true,
      minify: true,
      metafile: true,
      format: 'esm',
      target: ['es2022', 'chrome110', 'firefox115', 'safari16'],
      tsconfig: 'src/browser/tsconfig.json',
      loader: { '.svg': 'copy', '.woff2': 'copy' },
      logLevel: 'warning',
      plugins: [sassStyles()],
    });
    const names = Object.keys(metafile.outputs).map((path) => basename(path));
    const manifest = Object.fromEntries(names.map((name) => [plainName(name), name]).sort());
    for (const name of names) compress(join(next, name));
    writeFileSync(join(next, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    writeFileSync(join(next, 'inputs.sha256'), stamp);
    putInPlace(next);
    return names.length;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/** Whole or not at all; when another build was quicker, its result stays: the inputs were the same. */
function putInPlace(next) {
  rmSync(target, { recursive: true, force: true });
  try {
    renameSync(next, target);
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  }
}

/** Lets esbuild read Sass, so that it also finds, hashes and renames the files the styles point to. */
function sassStyles() {
  return {
    name: 'sass',
    setup(esbuild) {
      esbuild.onLoad({ filter: /\.scss$/ }, async ({ path }) => {
        const sass = await import('sass-embedded');
        const { css, loadedUrls } = await sass.compileAsync(path, {
          loadPaths: [join(root, 'node_modules/@uswds/uswds/packages')],
          quietDeps: true,
          silenceDeprecations: ['if-function'],
        });
        const watchFiles = loadedUrls.map((url) => fileURLToPath(url));
        return { contents: css, loader: 'css', resolveDir: dirname(path), watchFiles };
      });
    },
  };
}

/** `onemind-5K2ABCDE.css` → `onemind.css` */
function plainName(name) {
  return name.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, '');
}

/** Text is stored compressed beside itself, so that no request waits for it. Fonts are compressed, icons are small. */
function compress(path) {
  if (!/\.(css|js|svg)$/.test(path)) return;
  const content = readFileSync(path);
  if (content.length < 1024) return;
  writeFileSync(`${path}.br`, brotliCompressSync(content));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}

function inputsHash() {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  for (const tool of tools) hash.update(readFileSync(join(root, 'node_modules', tool, 'package.json')));
  for (const folder of ['styles', 'src/browser']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort()) {
      hash.update(file.slice(root.length)).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}
