import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readManifest } from './asset-url.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
};

export type Encoding = 'br' | 'gzip' | 'identity';

type Bytes = Uint8Array<ArrayBuffer>;

/** A built file, held in memory: all of them together are smaller than one photograph. */
export interface AssetFile {
  readonly type: string;
  readonly bodies: Readonly<Partial<Record<Encoding, Bytes>> & { identity: Bytes }>;
}

/**
 * Every file the manifest names, by its hashed name, as the build left it and compressed where the build did.
 * Empty when nothing was built; throws when a named file is missing or of an unknown kind.
 */
export function readAssetFiles(folder: string): ReadonlyMap<string, AssetFile> {
  const names = readManifest(join(folder, 'manifest.json')).values();
  return new Map([...names].map((name) => [name, readAssetFile(join(folder, name))]));
}

function readAssetFile(path: string): AssetFile {
  const type = types[extname(path)];
  if (!type) throw new Error(`A built asset is of a kind nobody knows how to serve: ${path}`);
  return {
    type,
    bodies: { identity: bytes(path), ...compressed('br', `${path}.br`), ...compressed('gzip', `${path}.gz`) },
  };
}

function compressed(encoding: Encoding, path: string) {
  return existsSync(path) ? { [encoding]: bytes(path) } : {};
}

function bytes(path: string): Bytes {
  return new Uint8Array(readFileSync(path));
}
