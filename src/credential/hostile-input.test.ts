import { crc32, deflateSync } from 'node:zlib';
import { anything, assert, asyncProperty, constantFrom, nat, string, tuple, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBakedPng, aBakedSvg, plainDrawing, plainPicture } from '../testing/a-badge.ts';
import {
  aCredentialKey,
  aSignedCredential,
  exampleDid,
  exampleNow,
  trusting,
} from '../testing/a-credential.ts';
import { bundledContexts } from './bundled-contexts.ts';
import { canonicalHash } from './canonical-hash.ts';
import { checkCredential } from './check-credential.ts';
import { bakePng } from './png-badge.ts';

const key = aCredentialKey();
const issuer = trusting(key);
const signed = await aSignedCredential(key);
const check = (shown: string | Uint8Array) => checkCredential(shown, issuer, exampleNow);

/** Ours take some milliseconds; this leaves room for a busy machine and none for work that grows. */
const soon = 5_000;

async function answeredSoon(shown: string | Uint8Array) {
  const started = performance.now();
  const answer = await check(shown);
  expect(performance.now() - started).toBeLessThan(soon);
  return answer;
}

describe('an input made to hurt', () => {
  const nested = (levels: number) =>
    `{"@context":[],"credentialSubject":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  const withSubject = (subject: object) =>
    JSON.stringify({ ...JSON.parse(signed.json), credentialSubject: subject });

  it.each<[string, string | Uint8Array, object]>([
    ['a hundred thousand levels', nested(100_000), { is: 'unreadable', because: 'too-large' }],
    ['some thousand levels', nested(20_000), { is: 'unreadable', because: 'too-complex' }],
    [
      'a name of a megabyte',
      signed.json.replace('Elm', 'x'.repeat(1_000_000)),
      { is: 'unreadable', because: 'too-large' },
    ],
    [
      'thirty thousand parts',
      `{"@context":[],"credentialSubject":[${'0,'.repeat(30_000)}0]}`,
      { is: 'unreadable', because: 'too-complex' },
    ],
    ['eight megabytes', new Uint8Array(8_000_000), { is: 'unreadable', because: 'too-large' }],
    ['megabytes of dots', 'a.'.repeat(1_000_000), { is: 'unreadable', because: 'too-large' }],
    [
      'a token of megabytes',
      `${'a'.repeat(1_000_000)}.${'b'.repeat(1_000_000)}.c`,
      { is: 'unreadable', because: 'too-large' },
    ],
    ['nothing', '', { is: 'unreadable', because: 'not-a-credential' }],
    ['a list', '[]', { is: 'unreadable', because: 'not-a-credential' }],
    ['any JSON', '{"a":1}', { is: 'unreadable', because: 'not-a-credential' }],
    ['a picture without a credential', plainPicture, { is: 'unreadable', because: 'nothing-baked' }],
    ['a drawing without one', plainDrawing, { is: 'unreadable', because: 'nothing-baked' }],
    ['a page', '<!doctype html><p>Hello', { is: 'unreadable', because: 'not-a-picture' }],
    [
      'a drawing that breaks off',
      '<svg><openbadges:credential></svg>',
      { is: 'unreadable', because: 'image-broken' },
    ],
    [
      'a drawing with two',
      aBakedSvg(signed.json, key).replace('</svg>', '<openbadges:credential verify="a.b.c"/></svg>'),
      { is: 'unreadable', because: 'several-baked' },
    ],
    [
      'a picture with two',
      bakePng(bakePng(plainPicture, signed.json), signed.json),
      { is: 'unreadable', because: 'several-baked' },
    ],
    [
      'a picture with more behind its end',
      Buffer.concat([plainPicture, Buffer.from('more')]),
      { is: 'unreadable', because: 'image-broken' },
    ],
    ['a picture cut short', plainPicture.subarray(0, 100), { is: 'unreadable', because: 'image-broken' }],
    [
      'names inherited',
      withSubject({ __proto__: null, constructor: { prototype: {} } }),
      { is: 'altered', because: 'form' },
    ],
    [
      'parts that refer to each other',
      withSubject({ id: '_:a', achievement: { id: '_:b', creator: { id: '_:a' } } }),
      { is: 'altered', because: 'form' },
    ],
  ])('such as %s gets its answer soon', async (_, shown, answer) => {
    expect(await answeredSoon(shown)).toEqual(answer);
  });

  it('such as packed text that swells is not unpacked', async () => {
    const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });
    const head = Buffer.from('iTXtopenbadgecredential\0\u0001\0\0\0', 'latin1');
    const png = withChunk(plainPicture, Buffer.concat([head, bomb]));
    const before = process.memoryUsage().rss;
    expect(await answeredSoon(png)).toEqual({ is: 'unreadable', because: 'baked-compressed' });
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024);
  });

  it('such as a graph whose nameless parts look all alike ends after few tries', async () => {
    const clique = Array.from({ length: 12 }, (_, from) => ({
      id: `_:n${from}`,
      'https://x.example/knows': Array.from({ length: 12 }, (__, to) => ({ id: `_:n${to}` })),
    }));
    const started = performance.now();
    await expect(
      canonicalHash({ '@context': JSON.parse(signed.json)['@context'], '@graph': clique }),
    ).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(soon);
  });

  it('such as a context that is not here is refused before anything is fetched', async () => {
    await expect(bundledContexts('https://evil.example/context')).rejects.toThrow(
      'No context of this address',
    );
    await expect(
      canonicalHash({ '@context': 'https://evil.example/context', id: 'urn:x' }),
    ).rejects.toThrow();
  });
});

describe('whatever is thrown at it', () => {
  const texts = [signed.json, signed.jwt, aBakedSvg(signed.json, key)];

  it('gets an answer: any text and any bytes', async () => {
    await assert(
      asyncProperty(
        string({ unit: 'binary', maxLength: 500 }),
        uint8Array({ maxLength: 500 }),
        async (text, bytes) => {
          expect((await check(text)).is).toBe('unreadable');
          expect((await check(bytes)).is).toBe('unreadable');
          expect((await check(Buffer.concat([plainPicture.subarray(0, 33), bytes]))).is).not.toBe('intact');
        },
      ),
    );
  });

  it('gets an answer that is never intact: pieces of real ones with something else between', async () => {
    await assert(
      asyncProperty(
        constantFrom(...texts),
        nat(4_000),
        nat(60),
        string({ minLength: 1 }),
        async (text, at, cut, put) => {
          const place = at % text.length;
          const changed = text.slice(0, place) + put + text.slice(place + cut);
          const answer = await check(changed);
          if (answer.is === 'intact') expect(meaningOf(changed)).toEqual(meaningOf(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gets an answer that is never intact: any value in the place of any part', async () => {
    const document = JSON.parse(signed.json);
    const names = Object.keys(document);
    await assert(
      asyncProperty(tuple(constantFrom(...names), anything({ maxDepth: 3 })), async ([name, value]) => {
        const shown = JSON.stringify({ ...document, [name]: value ?? null }, (_, part) =>
          typeof part === 'bigint' ? String(part) : part,
        );
        expect((await check(shown)).is).not.toBe('intact');
      }),
      { numRuns: 200 },
    );
  });

  it('gets an answer that is never intact: any head of a token', async () => {
    const [, body = '', end = ''] = signed.jwt.split('.');
    const kid = `${exampleDid}#${key.id}`;
    await assert(
      asyncProperty(anything({ maxDepth: 2 }), async (more) => {
        const head = { alg: 'EdDSA', kid, typ: 'vc+jwt', cty: 'vc', more: String(more) };
        const shown = `${Buffer.from(JSON.stringify(head)).toString('base64url')}.${body}.${end}`;
        expect((await check(shown)).is).toBe('altered');
      }),
    );
  });

  it('is read from a PNG and an SVG exactly as it was baked in', async () => {
    await assert(
      asyncProperty(string({ unit: 'grapheme' }), async (word) => {
        const { json } = await aSignedCredential(key, { name: `Elm ${word}` });
        expect((await check(await aBakedPng(json, key))).is).toBe('intact');
        expect((await check(aBakedSvg(json, key))).is).toBe('intact');
      }),
      { numRuns: 40 },
    );
  });
});

/** What a text says once it is parsed; a token says its very letters. Of an SVG, what is baked in. */
function meaningOf(text: string): unknown {
  const begin = text.indexOf('{"@context"');
  if (begin < 0) return text.trim();
  const end = text.includes(']]>') ? text.indexOf(']]>', begin) : text.length;
  return JSON.parse(text.slice(begin, end));
}

function withChunk(png: Buffer, content: Buffer): Buffer {
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length - 4);
  frame.writeUInt32BE(crc32(content), 4);
  const end = png.length - 12;
  return Buffer.concat([
    png.subarray(0, end),
    frame.subarray(0, 4),
    content,
    frame.subarray(4),
    png.subarray(end),
  ]);
}
