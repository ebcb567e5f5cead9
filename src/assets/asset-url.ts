import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';

/** Where `scripts/build-assets.mjs` puts what browsers load. */
export const publicFolder: string = join(packageRoot, 'dist', 'public');

let names: ReadonlyMap<string, string> | undefined;

/**
 * The address of a built file by its plain name (`onemind.css`), with its content's hash in it. A name that
 * was not built, as in tests that need no assets, keeps its plain address.
 */
export function assetUrl(name: string): string {
  names ??= readManifest(join(publicFolder, 'manifest.json'));
  return `/assets/${names.get(name) ?? name}`;
}

/** Plain name to hashed name; empty when nothing was built yet. */
export function readManifest(path: string): ReadonlyMap<string, string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw new Error(`The list of built assets can't be read: ${path}`, { cause: error });
  }
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}
