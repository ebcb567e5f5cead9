import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import {
  aCredentialKey,
  aSignedCredential,
  exampleDid,
  exampleNow,
  exampleSite,
} from '../testing/a-credential.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { checkCredential } from './check-credential.ts';
import { readDidDocument } from './did-document.ts';

const [key, foreign] = [aCredentialKey(), aCredentialKey('credential-fedcba9876543210')];
const today = 'did:web:today.example';
const moved = { did: today, formerDids: [exampleDid], keys: [key] };

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ environment: { FORMER_SITE_URLS: `https://older.example, ${exampleSite}` } });
});
afterAll(() => app.close());

describe('a credential that was issued under an address the site had before', () => {
  it.each(['json', 'jwt'] as const)('is intact where that address is named, as %s', async (form) => {
    const signed = await aSignedCredential(key);
    expect(await checkCredential(signed[form], moved, exampleNow)).toMatchObject({
      is: 'intact',
      credential: { issuer: { did: exampleDid } },
    });
  });

  it.each(['json', 'jwt'] as const)('is foreign where it is not named, as %s', async (form) => {
    const signed = await aSignedCredential(key);
    const check = await checkCredential(signed[form], { did: today, keys: [key] }, exampleNow);
    expect(check).toEqual({ is: 'foreign', because: 'other-issuer', issuer: exampleDid });
  });

  it.each(['json', 'jwt'] as const)('is foreign when its key is none of ours, as %s', async (form) => {
    const signed = await aSignedCredential(foreign);
    expect(await checkCredential(signed[form], moved, exampleNow)).toMatchObject({ is: 'foreign' });
  });

  it('is not taken when it names today’s DID for its key and the former one for itself', async () => {
    const signed = await aSignedCredential(key);
    const mixed = signed.json.replace(`${exampleDid}#${key.id}`, `${today}#${key.id}`);
    expect(mixed).not.toBe(signed.json);
    expect(await checkCredential(mixed, moved, exampleNow)).toEqual({
      is: 'foreign',
      because: 'unknown-key',
    });
  });
});

describe('a site that has moved', () => {
  it('names its former addresses in its DID document, for who checks offline', async () => {
    const document = await (await app.get('/.well-known/did.json')).text();
    expect(readDidDocument(document)?.formerDids).toEqual(['did:web:older.example', exampleDid]);
  });

  it('is told by its setting, which takes addresses and nothing else', () => {
    const read = (text: string) =>
      readConfig({ ONEMIND_DATA: app.deps.config.dataDirectory, FORMER_SITE_URLS: text }).formerSiteUrls;
    expect(read('https://a.example/, https://b.example')).toEqual(['https://a.example', 'https://b.example']);
    expect(read('')).toEqual([]);
    expect(() => read('a.example')).toThrow('FORMER_SITE_URLS');
    expect(() => read('https://a.example/site')).toThrow('FORMER_SITE_URLS');
  });
});
