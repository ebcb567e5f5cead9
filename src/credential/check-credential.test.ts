import { describe, expect, it } from 'vitest';
import { aBakedPng, aBakedSvg } from '../testing/a-badge.ts';
import {
  aCredentialKey,
  aSignedCredential,
  aSignedTraining,
  exampleDid,
  exampleNow,
  trusting,
} from '../testing/a-credential.ts';
import { checkCredential } from './check-credential.ts';

const key = aCredentialKey();
const retired = aCredentialKey('credential-retired');
const stranger = aCredentialKey('credential-stranger');
const issuer = trusting(key, retired);
const check = (shown: string | Uint8Array, now = exampleNow) => checkCredential(shown, issuer, now);
const signed = await aSignedCredential(key);
const png = await aBakedPng(signed.json, key);
const pngWithToken = await aBakedPng(signed.jwt, key);

describe('an untouched credential', () => {
  it.each([
    ['JSON-LD', signed.json, { form: 'json-ld' }],
    ['VC-JWT', signed.jwt, { form: 'vc-jwt' }],
    ['a PNG', png, { form: 'json-ld', bakedInto: 'png' }],
    ['a PNG with the token', pngWithToken, { form: 'vc-jwt', bakedInto: 'png' }],
    ['an SVG', aBakedSvg(signed.json, key), { form: 'json-ld', bakedInto: 'svg' }],
    ['bytes of JSON-LD', new TextEncoder().encode(`\uFEFF ${signed.json}\n`), { form: 'json-ld' }],
    ['pretty JSON-LD', JSON.stringify(JSON.parse(signed.json), null, 2), { form: 'json-ld' }],
  ])('as %s is intact and tells what it says', async (_, shown, form) => {
    expect(await check(shown)).toMatchObject({
      is: 'intact',
      credential: {
        ...form,
        issuer: { did: exampleDid },
        key: key.id,
        validFrom: '2026-03-05T00:00:00Z',
        status: { list: 1, index: 94_567 },
        about: {
          is: 'agency',
          number: 'OM-2026-000007',
          agencyName: 'Elm Fork “North” Police <Department> & Sons ]]>',
          snapshotSha256: 'c0ffee'.repeat(11).slice(0, 64),
        },
      },
    });
  });

  it('of a person tells the name they chose and the hash of their address, never the address', async () => {
    const training = await aSignedTraining(key);
    const answer = await check(training.json);
    expect(answer).toMatchObject({
      is: 'intact',
      credential: { about: { is: 'training', holder: 'Åse Möller', completedOn: '2026-02-02' } },
    });
    expect(training.json + Buffer.from(training.jwt.split('.')[1] ?? '', 'base64url')).not.toContain(
      'agency.test',
    );
  });

  it('stays intact when its key was retired', async () => {
    const { json, jwt } = await aSignedCredential(retired);
    expect(await check(json)).toMatchObject({ is: 'intact', credential: { key: 'credential-retired' } });
    expect(await check(jwt)).toMatchObject({ is: 'intact' });
  });

  it('of a training that ends is expired from the day after', async () => {
    const { json, jwt } = await aSignedTraining(key, { validUntil: '2026-11-22' as never });
    for (const shown of [json, jwt]) {
      expect(await check(shown)).toMatchObject({ is: 'intact' });
      expect(await check(shown, new Date('2026-11-23T12:00:01Z'))).toMatchObject({ is: 'expired' });
      expect(await check(shown, new Date('2026-03-04T12:00:00Z'))).toMatchObject({ is: 'not-yet-valid' });
    }
  });
});

describe('a credential of somebody else', () => {
  it.each(['json', 'jwt'] as const)('is foreign as %s, also under our name', async (form) => {
    const theirs = await aSignedCredential(stranger);
    expect(await check(theirs[form])).toEqual({ is: 'foreign', because: 'unknown-key' });
    const other = await checkCredential(
      signed[form],
      { did: 'did:web:other.example', keys: [key] },
      exampleNow,
    );
    expect(other).toEqual({ is: 'foreign', because: 'other-issuer', issuer: exampleDid });
  });

  it.each(['json', 'jwt'] as const)(
    'is altered as %s when it was signed with another key of our key’s name',
    async (form) => {
      const theirs = await aSignedCredential({ ...stranger, id: key.id });
      expect(await check(theirs[form])).toEqual({ is: 'altered', because: 'signature' });
    },
  );
});

type Parts = Record<string, unknown>;
const changedJson = (change: (document: Parts) => Parts) => JSON.stringify(change(JSON.parse(signed.json)));
const proofOf = (document: Parts) => (document.proof as readonly Parts[])[0];

describe('JSON-LD that was tampered with', () => {
  it.each<[string, string, object]>([
    [
      'another name',
      signed.json.replace('Elm Fork “North”', 'Elm Fork “South”'),
      { is: 'altered', because: 'signature' },
    ],
    [
      'another date of the proof',
      signed.json.replace('"created":"2026', '"created":"2025'),
      { is: 'altered', because: 'signature' },
    ],
    [
      'an invented term',
      changedJson((all) => ({ ...all, rank: 'first' })),
      { is: 'altered', because: 'form' },
    ],
    [
      'another vocabulary',
      changedJson((all) => ({ ...all, '@context': ['https://evil.example/ctx'] })),
      { is: 'altered', because: 'form' },
    ],
    [
      'a vocabulary brought along',
      changedJson((all) => ({ ...all, '@context': [{ '@vocab': 'https://evil.example/' }] })),
      { is: 'altered', because: 'form' },
    ],
    [
      'two proofs',
      changedJson((all) => ({ ...all, proof: [proofOf(all), proofOf(all)] })),
      { is: 'altered', because: 'form' },
    ],
    ['no proof', changedJson(({ proof: _, ...all }) => all), { is: 'unreadable', because: 'no-signature' }],
    [
      'another purpose',
      signed.json.replace('assertionMethod', 'authentication'),
      { is: 'altered', because: 'form' },
    ],
    [
      'another cryptosuite',
      signed.json.replace('eddsa-rdfc-2022', 'eddsa-jcs-2022'),
      { is: 'altered', because: 'form' },
    ],
    [
      'a nameless id',
      signed.json.replace('"id":"https://onemind.example:8443/agencies', '"id":"_:b0'),
      { is: 'altered', because: 'form' },
    ],
  ])('by %s is told', async (_, shown, answer) => {
    expect(await check(shown)).toEqual(answer);
  });
});

describe('a token that was tampered with', () => {
  const [head = '', body = '', end = ''] = signed.jwt.split('.');
  const kid = `${exampleDid}#${key.id}`;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const good = { alg: 'EdDSA', kid, typ: 'vc+jwt', cty: 'vc' };

  it.each<[string, string, object]>([
    [
      'no algorithm',
      `${part({ ...good, alg: 'none' })}.${body}.`,
      { is: 'unreadable', because: 'no-signature' },
    ],
    ['an empty signature', `${head}.${body}.`, { is: 'unreadable', because: 'no-signature' }],
    [
      'no algorithm and the old signature',
      `${part({ ...good, alg: 'none' })}.${body}.${end}`,
      { is: 'altered', because: 'token-head' },
    ],
    [
      'a shared secret',
      `${part({ ...good, alg: 'HS256' })}.${body}.${end}`,
      { is: 'altered', because: 'token-head' },
    ],
    [
      'an address of keys',
      `${part({ ...good, jku: 'https://evil.example/keys' })}.${body}.${end}`,
      { is: 'altered', because: 'token-head' },
    ],
    [
      'a certificate’s address',
      `${part({ ...good, x5u: 'https://evil.example/cert' })}.${body}.${end}`,
      { is: 'altered', because: 'token-head' },
    ],
    [
      'a key brought along',
      `${part({ ...good, jwk: { kty: 'OKP' } })}.${body}.${end}`,
      { is: 'altered', because: 'token-head' },
    ],
    [
      'a head of the same meaning',
      `${part({ typ: 'vc+jwt', alg: 'EdDSA', cty: 'vc', kid })}.${body}.${end}`,
      { is: 'altered', because: 'signature' },
    ],
    [
      'a key of somebody else',
      `${part({ ...good, kid: 'did:web:evil.example#k' })}.${body}.${end}`,
      { is: 'foreign', because: 'unknown-key' },
    ],
    ['no head', `${part([])}.${body}.${end}`, { is: 'altered', because: 'token-head' }],
    ['half a signature', `${head}.${body}.${end.slice(0, 43)}`, { is: 'altered', because: 'signature' }],
  ])('by %s is told', async (_, shown, answer) => {
    expect(await check(shown)).toEqual(answer);
  });

  it('by its payload in plain words is not taken for JSON-LD', async () => {
    const payload = Buffer.from(body, 'base64url').toString();
    expect(await check(payload)).toEqual({ is: 'unreadable', because: 'no-signature' });
  });
});

it('asks no other machine, whatever a credential names', async () => {
  const asked: string[] = [];
  const fetched = globalThis.fetch;
  globalThis.fetch = async (address) => {
    asked.push(String(address));
    throw new Error('The check asked another machine.');
  };
  try {
    await check(changedJson((all) => ({ ...all, '@context': ['https://evil.example/ctx'] })));
    await check(signed.json);
    await check(signed.jwt);
  } finally {
    globalThis.fetch = fetched;
  }
  expect(asked).toEqual([]);
});
