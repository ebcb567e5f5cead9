import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assetRoutes } from './asset-routes.ts';
import { assetUrl, readManifest } from './asset-url.ts';

const styles = 'body { color: teal }';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assets-'));
  const names = { 'onemind.css': 'onemind-ABCD2345.css', 'mark.svg': 'mark-WXYZ6789.svg' };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(names));
  writeFileSync(join(folder, 'onemind-ABCD2345.css'), styles);
  writeFileSync(join(folder, 'onemind-ABCD2345.css.br'), brotliCompressSync(styles));
  writeFileSync(join(folder, 'mark-WXYZ6789.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'secret.css'), 'not listed');
});

afterAll(() => rmSync(folder, { recursive: true }));

async function ask(path: string, encodings = '') {
  return assetRoutes(folder).request(path, { headers: { 'accept-encoding': encodings } });
}

describe('assets', () => {
  it('come with their type and may be kept forever', async () => {
    const answer = await ask('/assets/onemind-ABCD2345.css');
    expect(await answer.text()).toBe(styles);
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect((await ask('/assets/mark-WXYZ6789.svg')).headers.get('content-type')).toContain('image/svg+xml');
  });

  it('come compressed to a browser that reads it, and plain to one that refuses it', async () => {
    const answer = await ask('/assets/onemind-ABCD2345.css', 'gzip, deflate, br');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(String(brotliDecompressSync(await answer.arrayBuffer()))).toBe(styles);
    expect((await ask('/assets/onemind-ABCD2345.css', 'br;q=0')).headers.get('content-encoding')).toBeNull();
  });

  it.each([
    '/assets/manifest.json',
    '/assets/secret.css',
    '/assets/onemind.css',
    '/assets/..%2fmanifest.json',
    '/assets/%2e%2e/package.json',
    '/assets/',
  ])('leave out what the build did not list: %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('are none, not a failure, before anything was built', async () => {
    expect((await assetRoutes(join(folder, 'nowhere')).request('/assets/onemind.css')).status).toBe(404);
    expect(readManifest(join(folder, 'nowhere.json')).size).toBe(0);
  });

  it('keep a plain address when the build does not know them', () => {
    expect(assetUrl('never-built.css')).toBe('/assets/never-built.css');
  });
});
