import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writtenFile } from '../testing/written-file.ts';
import { type FileStore, MissingFile } from './file-store.ts';
import { s3FileStore } from './s3-file-store.ts';

/** As much of S3's protocol as keeps objects by path, each checked against the hash it comes with. */
const objects = new Map<string, Buffer>();
const asked: string[] = [];
let server: Server;
let store: FileStore;
const credentials = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };
const before = Object.fromEntries(Object.keys(credentials).map((name) => [name, process.env[name]]));

beforeAll(async () => {
  Object.assign(process.env, credentials);
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://s3.test').pathname;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked.push(`${request.method} ${path}`);
      const body = Buffer.concat(parts);
      if (request.method === 'PUT') {
        const isWhole =
          createHash('sha256').update(body).digest('base64') === request.headers['x-amz-checksum-sha256'];
        if (isWhole) objects.set(path, body);
        return void response.writeHead(isWhole ? 200 : 400).end();
      }
      const found = objects.get(path);
      const missing = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>';
      if (found) return void response.writeHead(200, { 'content-length': found.length }).end(found);
      response
        .writeHead(404, { 'content-type': 'application/xml' })
        .end(request.method === 'HEAD' ? '' : missing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  store = s3FileStore({ bucket: 'files', region: 'us-east-1', endpoint });
});
afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  server.close();
});

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex');

describe('files in a bucket', () => {
  it('are kept under their hash, once, and come back whole', async () => {
    const file = await writtenFile('evidence.pdf', 'content');
    const sha256 = hashOf('content');
    expect(await store.has(sha256)).toBe(false);
    await store.keep(file.path, sha256);
    await store.keep(file.path, sha256);
    expect(await store.has(sha256)).toBe(true);
    expect(await text(await store.open(sha256))).toBe('content');
    expect(asked.filter((request) => request.startsWith('PUT'))).toEqual([`PUT /files/files/${sha256}`]);
  });

  it('are not kept when they did not arrive as they were', async () => {
    const file = await writtenFile('evidence.pdf', 'changed on the way');
    await expect(store.keep(file.path, hashOf('as it was'))).rejects.toThrow();
    expect(await store.has(hashOf('as it was'))).toBe(false);
  });

  it('are missed by name', async () => {
    await expect(store.open(hashOf('never kept'))).rejects.toThrow(MissingFile);
  });
});
