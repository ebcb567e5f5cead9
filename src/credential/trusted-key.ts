import { createPublicKey, verify } from 'node:crypto';
import { isObject, type JsonObject } from './bounded-json.ts';
import type { CredentialCheck } from './credential-check.ts';
import type { PublicCredentialKey, TrustedIssuer } from './credential-key.ts';

/** The issuer's key of that name. Keys are taken from nowhere else, whatever a credential brings along. */
export function keyOf(
  issuer: TrustedIssuer,
  url: unknown,
  did: string | undefined = issuer.did,
): PublicCredentialKey | undefined {
  return issuer.keys.find(({ id }) => url === `${did}#${id}`);
}

/** The DID of ours under which a credential was issued: today's, or one of an address the site had before. */
export function ownDid({ did, formerDids = [] }: TrustedIssuer, named: unknown): string | undefined {
  return [did, ...formerDids].find((one) => one === named);
}

const ed25519SignatureBytes = 64;

export function signatureHolds(key: PublicCredentialKey, signed: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== ed25519SignatureBytes) return false;
  const publicKey = createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' });
  return verify(null, signed, publicKey, signature);
}

/** Says so when a credential names another issuer, and its key is none of ours either. */
export function foreignness(
  document: JsonObject,
  keyUrl: unknown,
  issuer: TrustedIssuer,
): CredentialCheck | undefined {
  const named = isObject(document.issuer) ? document.issuer.id : document.issuer;
  const did = ownDid(issuer, named);
  if (!did && !keyOf(issuer, keyUrl))
    return typeof named === 'string'
      ? { is: 'foreign', because: 'other-issuer', issuer: named.slice(0, 300) }
      : { is: 'foreign', because: 'other-issuer' };
  // Key and issuer belong together: one of today's DID doesn't speak for a former one.
  return keyOf(issuer, keyUrl, did) ? undefined : { is: 'foreign', because: 'unknown-key' };
}
