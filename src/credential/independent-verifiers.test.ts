import { createHash, createPublicKey, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { DataIntegrityProof } from '@digitalcredentials/data-integrity';
import { cryptosuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalcredentials/vc';
import Ajv from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import jsonld, { type DocumentLoader } from 'jsonld';
import { canonize } from 'rdf-canonize';
import { describe, expect, it } from 'vitest';
import {
  aCredentialKey,
  aSignedCredential,
  aSignedTraining,
  exampleDid,
  exampleNow,
  exampleSite,
} from '../testing/a-credential.ts';
import { readBase58 } from './base58.ts';
import { bundledContexts } from './bundled-contexts.ts';
import type { CredentialKey } from './credential-key.ts';
import { withProof } from './data-integrity-proof.ts';
import { didDocument, keyUrlOf } from './did-web.ts';
import schema from './schemas/achievement-credential.schema.json' with { type: 'json' };
import { statusListCredential } from './status-bits.ts';

const key = aCredentialKey();
const retired = aCredentialKey('credential-retired');
const kinds = [
  ['an agency', aSignedCredential],
  ['a person', aSignedTraining],
] as const;

describe.each(kinds)('the credential of %s', (_, sign) => {
  it('is of the form that Open Badges 3.0 asks for', async () => {
    const ajv = addFormats.default(new Ajv.default({ allErrors: true, strict: false }));
    const isValid = ajv.compile(schema);
    const { json } = await sign(key);
    isValid(JSON.parse(json));
    expect(isValid.errors).toBeNull();
    const { image: _image, ...document } = JSON.parse(json);
    expect(isValid({ ...document, image: { id: 'https://x.example', type: 'Image', width: 3 } })).toBe(false);
    expect(isValid({ ...document, credentialStatus: [document.credentialStatus] })).toBe(false);
  });

  it.each([
    ['the current key', key],
    ['a retired key', retired],
  ])('signed with %s holds for another library, which asks the DID document', async (_which, signer) => {
    const { json } = await sign(signer);
    expect(await libraryVerdict(JSON.parse(json))).toMatchObject({ verified: true });
    const changed = JSON.parse(json.replace('2026-03-05T00:00:00Z', '2026-03-06T00:00:00Z'));
    expect(await libraryVerdict(changed)).toMatchObject({ verified: false });
  });

  it('holds when the steps of the cryptosuite are taken by hand', async () => {
    const { json } = await sign(key);
    expect(await verdictByHand(JSON.parse(json), key)).toBe(true);
    expect(await verdictByHand(JSON.parse(json), retired)).toBe(false);
    const { name: _name, ...nameless } = JSON.parse(json);
    expect(await verdictByHand(nameless, key)).toBe(false);
  });

  it('says the same as a token, whose signature node itself finds good', async () => {
    const { json, jwt } = await sign(key);
    const [head = '', body = '', signature = ''] = jwt.split('.');
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({
      alg: 'EdDSA',
      typ: 'vc+jwt',
      cty: 'vc',
      kid: keyUrlOf(exampleDid, key.id),
    });
    const signed = Buffer.from(`${head}.${body}`);
    expect(verify(null, signed, publicKeyOf(key), Buffer.from(signature, 'base64url'))).toBe(true);
    const {
      iss,
      jti,
      nbf,
      exp: _exp,
      sub,
      ...document
    } = JSON.parse(Buffer.from(body, 'base64url').toString());
    const { proof: _proof, ...credential } = JSON.parse(json);
    expect(document).toEqual(credential);
    expect({ iss, jti, nbf, sub }).toEqual({
      iss: exampleDid,
      jti: credential.id,
      nbf: Date.parse(credential.validFrom) / 1000,
      sub: credential.credentialSubject.id,
    });
  });
});

describe('a status list', () => {
  it('holds for another library and is read by it bit by bit', async () => {
    const document = await statusListCredential(
      { siteUrl: exampleSite, name: 'The Association' },
      3,
      Int32Array.of(0, 94_567, 131_071),
      exampleNow,
    );
    const signed = await withProof(document, { did: exampleDid, key }, exampleNow);
    expect(await libraryVerdict(signed)).toMatchObject({ verified: true });
    const { credentialSubject } = JSON.parse(JSON.stringify(signed));
    const { encodedList } = credentialSubject;
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
    expect(bits).toHaveLength(131_072 / 8);
    expect([bits[0], bits[11_820], bits.at(-1)]).toEqual([0x80, 0x01, 0x01]);
    expect(bits.reduce((sum, byte) => sum + byte, 0)).toBe(0x82);
  });
});

const published = didDocument(exampleDid, { siteUrl: exampleSite }, [key, retired]);

const loader: DocumentLoader = async (url) => {
  const method = published.verificationMethod.find(({ id }) => id === url);
  if (method) return loaded(url, { '@context': 'https://w3id.org/security/multikey/v1', ...method });
  return url === exampleDid ? loaded(url, published) : bundledContexts(url);
};

function loaded(url: string, document: object) {
  return { contextUrl: null, documentUrl: url, document };
}

function libraryVerdict(credential: object) {
  const suite = new DataIntegrityProof({ cryptosuite });
  return verifyCredential({
    credential,
    suite,
    documentLoader: loader,
    checkStatus: async () => ({ verified: true }),
  });
}

/** Data Integrity EdDSA Cryptosuites 1.0, 3.2.2 to 3.2.7, with nothing of ours but the contexts. */
async function verdictByHand(
  { proof: proofs, ...document }: { proof: readonly { proofValue: string }[] } & Record<string, unknown>,
  signer: CredentialKey,
): Promise<boolean> {
  const [proof] = proofs;
  if (!proof) return false;
  const { proofValue, ...options } = proof;
  const hashes = await Promise.all(
    [{ '@context': document['@context'], ...options }, document].map(async (part) => {
      const dataset = await jsonld.toRDF(part, { documentLoader: bundledContexts, base: null, safe: true });
      return createHash('sha256')
        .update(await canonize(dataset, { algorithm: 'RDFC-1.0' }))
        .digest();
    }),
  );
  const signature = readBase58(proofValue.slice(1)) ?? new Uint8Array();
  return verify(null, Buffer.concat(hashes), publicKeyOf(signer), signature);
}

function publicKeyOf({ publicKey }: CredentialKey) {
  return createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
}
