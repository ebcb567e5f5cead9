import { createPublicKey, verify } from 'node:crypto';
import { isObject, type JsonObject } from './bounded-json.ts';
import type { CredentialCheck } from './credential-check.ts';
import type { PublicCredentialKey, TrustedIssuer } from './credential-key.ts';

/** The issuer's key of that name. Keys are taken from nowhere else, whatever a credential brings along. */
export function keyOf({ did, keys }: TrustedIssuer, url: unknown): PublicCredentialKey | undefined {
  return keys.find(({ id }) => url === `${did}#${id}`);
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
  const isOurs = named === issuer.did;
  if (!isOurs && !keyOf(issuer, keyUrl))
    return typeof named === 'string'
      ? { is: 'foreign', because: 'other-issuer', issuer: named.slice(0, 300) }
      : { is: 'foreign', because: 'other-issuer' };
  return keyOf(issuer, keyUrl) ? undefined : { is: 'foreign', because: 'unknown-key' };
}
