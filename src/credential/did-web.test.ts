import * as multikeys from '@digitalcredentials/ed25519-multikey';
import { assert, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCredentialKey } from '../testing/a-credential.ts';
import { base58, readBase58 } from './base58.ts';
import { readDidDocument } from './did-document.ts';
import { didDocument, didOf } from './did-web.ts';
import { multikeyOf, readMultikey } from './multikey.ts';

describe('the DID of a site', () => {
  it.each([
    ['https://onemind.example', 'did:web:onemind.example'],
    ['https://onemind.example/', 'did:web:onemind.example'],
    ['http://localhost:3000', 'did:web:localhost%3A3000'],
    ['https://state.example/one-mind', 'did:web:state.example:one-mind'],
    ['https://state.example:8443/a/b/', 'did:web:state.example%3A8443:a:b'],
    ['https://straße.example', 'did:web:xn--strae-oqa.example'],
  ])('%s is %s', (siteUrl, did) => {
    expect(didOf(siteUrl)).toBe(did);
  });
});

describe('a public key', () => {
  it('is written as a Multikey that another library reads as the same key', async () => {
    const { publicKey } = aCredentialKey();
    const publicKeyMultibase = multikeyOf(publicKey);
    const read = await multikeys.from({
      type: 'Multikey',
      id: 'did:web:x#y',
      controller: 'did:web:x',
      publicKeyMultibase,
    });
    const { publicKey: raw } = await read.export({ publicKey: true, raw: true });
    expect(Buffer.from(raw)).toEqual(Buffer.from(publicKey.subarray(-32)));
    expect(readMultikey(publicKeyMultibase)).toEqual(Buffer.from(publicKey));
  });

  it.each(['', 'z', 'z6Mk', 'z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc', `z6Mk${'1'.repeat(44)}`])(
    '“%s” is none',
    (text) => {
      expect(readMultikey(text)).toBeUndefined();
    },
  );

  it('survives base58 both ways, whatever its bytes', () => {
    assert(
      property(uint8Array({ maxLength: 80 }), (bytes) => {
        expect(readBase58(base58(bytes))).toEqual(bytes);
      }),
    );
  });
});

describe('the DID document', () => {
  it('lists every key for assertions, and gives a checker all it needs', () => {
    const [current, retired] = [aCredentialKey('credential-b'), aCredentialKey('credential-a')];
    const document = didDocument('did:web:onemind.example', { siteUrl: 'https://onemind.example' }, [
      current,
      retired,
    ]);
    expect(document.assertionMethod).toEqual(document.verificationMethod.map(({ id }) => id));
    expect(readDidDocument(JSON.stringify(document))).toEqual({
      did: 'did:web:onemind.example',
      keys: [current, retired].map(({ id, publicKey }) => ({ id, publicKey: Buffer.from(publicKey) })),
    });
  });

  it('names former addresses of the site, from which a checker takes credentials too', () => {
    const site = { siteUrl: 'https://onemind.example', formerSiteUrls: ['https://old.example:8443'] };
    const document = didDocument('did:web:onemind.example', site, [aCredentialKey()]);
    expect(readDidDocument(JSON.stringify(document))).toMatchObject({
      did: 'did:web:onemind.example',
      formerDids: ['did:web:old.example%3A8443'],
    });
  });

  it.each(['', '{', 'null', '[]', '{"id":"did:key:z"}'])('“%s” is none', (text) => {
    expect(readDidDocument(text)).toBeUndefined();
  });
});
