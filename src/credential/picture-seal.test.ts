import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aBakedPng, aBakedSvg, plainPicture } from '../testing/a-badge.ts';
import { aCredentialKey, aSignedCredential, exampleNow, trusting } from '../testing/a-credential.ts';
import { checkCredential } from './check-credential.ts';
import { bakePng, sealPng } from './png-badge.ts';
import { bakeSvg, sealSvg } from './svg-badge.ts';

const key = aCredentialKey();
const retired = aCredentialKey('credential-retired');
const stranger = aCredentialKey('credential-stranger');
const issuer = trusting(key, retired);
const { json, jwt } = await aSignedCredential(key);
const check = (shown: string | Uint8Array) => checkCredential(shown, issuer, exampleNow);
const svg = aBakedSvg(json, key);
const png = await aBakedPng(json, key);
const pngOfRetired = await aBakedPng(json, retired);
const pngWithToken = await aBakedPng(jwt, key);
const element = /<openbadges:credential>.*<\/openbadges:credential>/s.exec(svg)?.[0] ?? '';
const foreignDrawing = '<svg xmlns="http://www.w3.org/2000/svg"><text>Gotham Police</text></svg>';
const foreignPicture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
  .png()
  .toBuffer();

/** The seal of our PNG, with its length and checksum. */
const sealChunk = png.subarray(png.length - 12 - 111, png.length - 12);

describe('a badge as it was drawn', () => {
  it.each([
    ['SVG', svg],
    ['PNG', png],
    ['SVG that a retired key sealed', aBakedSvg(json, retired)],
    ['PNG that a retired key sealed', pngOfRetired],
    ['PNG with the token', pngWithToken],
  ])('is intact as %s', async (_, shown) => {
    expect(await check(shown)).toMatchObject({ is: 'intact' });
  });
});

describe('a real credential in a picture that is not ours', () => {
  it.each<[string, string | Uint8Array]>([
    ['moved into another drawing', bakeSvg(foreignDrawing, json)],
    [
      'moved into another drawing with our seal',
      bakeSvg(foreignDrawing, json) + svg.slice(svg.lastIndexOf('<!--')),
    ],
    ['drawn over', svg.replace('</svg>', '<text>Gotham Police</text><script>alert(1)</script></svg>')],
    ['without its seal', svg.slice(0, svg.lastIndexOf('<!--'))],
    ['sealed by somebody else', sealSvg(bakeSvg(foreignDrawing, json), stranger)],
    ['moved into another picture', bakePng(foreignPicture, json)],
    [
      'moved into another picture with our seal',
      Buffer.concat([bakePng(foreignPicture, json).subarray(0, -12), sealChunk, png.subarray(-12)]),
    ],
    ['sealed by somebody else in a PNG', sealPng(bakePng(foreignPicture, json), stranger)],
    ['with a remark more', withChunk(png, 'tEXtComment\0Gotham Police')],
  ])('%s is told apart', async (_, shown) => {
    expect(await check(shown)).toMatchObject({
      is: 'other-picture',
      credential: { about: { number: 'OM-2026-000007' } },
    });
  });

  it('is no badge where there is no picture at all', async () => {
    const end = bakePng(plainPicture, json);
    const head = Buffer.concat([end.subarray(0, 33), end.subarray(end.indexOf('iTXt') - 4)]);
    expect(await check(head)).toEqual({ is: 'unreadable', because: 'image-broken' });
  });

  it.each([
    ['a page', `<!doctype html><h1>Gotham Police</h1><div hidden>${element}</div>`],
    ['a page with a drawing', `<html><svg>${element}</svg></html>`],
    ['a drawing within something else', `<a><svg>${element}</svg></a>`],
    ['a PDF behind a drawing', `\n<svg>${element}</svg>\n%PDF-1.4\n1 0 obj\nendobj\n%%EOF`],
    ['a PDF in remarks', `<!--%PDF-1.4-->${element}`],
    ['a document type that defines more', `<!DOCTYPE svg [<!ENTITY a "b">]><svg>${element}</svg>`],
    ['remarks without end', `${'<!--'.repeat(200_000)}${element}`],
    ['many remarks', `${'<!---->'.repeat(200_000)}<svg>${element}</svg>`],
  ])('is not taken for a drawing in %s', async (_, shown) => {
    const started = performance.now();
    expect(await check(shown)).toEqual({ is: 'unreadable', because: 'not-a-picture' });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('names that come twice', () => {
  it.each([
    ['on the first level', json.replace('{', '{"name":"Gotham Police",')],
    ['written otherwise', json.replace('{', '{"n\\u0061me":"Gotham Police",')],
    ['deeper', json.replace('"credentialSubject":{', '"credentialSubject":{"name":"Gotham Police",')],
    ['in a token', twiceInToken()],
  ])('%s are refused', async (_, shown) => {
    expect(await check(shown)).toEqual({ is: 'unreadable', because: 'name-twice' });
  });

  it('in different objects are as they have to be', async () => {
    expect(await check(json)).toMatchObject({ is: 'intact' });
  });
});

function twiceInToken(): string {
  const [head = '', body = '', end = ''] = jwt.split('.');
  const payload = Buffer.from(body, 'base64url').toString().replace('{', '{"name":"Gotham Police",');
  return [head, Buffer.from(payload).toString('base64url'), end].join('.');
}

/** Puts a chunk right behind the head of a PNG. */
function withChunk(picture: Buffer, content: string): Buffer {
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length - 4);
  frame.writeUInt32BE(crc32(Buffer.from(content, 'latin1')), 4);
  return Buffer.concat([
    picture.subarray(0, 33),
    frame.subarray(0, 4),
    Buffer.from(content, 'latin1'),
    frame.subarray(4),
    picture.subarray(33),
  ]);
}
