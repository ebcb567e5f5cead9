import { CompactSign } from 'jose';
import type { CredentialKey } from './credential-key.ts';
import { keyUrlOf } from './did-web.ts';

/** What of a credential its token says once more as registered claims. */
export interface ClaimedCredential {
  readonly id: string;
  readonly issuer: { readonly id: string };
  readonly validFrom: string;
  readonly validUntil?: string | undefined;
  readonly credentialSubject: object;
}

/**
 * The same credential as VC-JWT (Securing Verifiable Credentials using JOSE and COSE): the credential itself is the
 * payload, with the registered claims that Open Badges 3.0 asks for beside it.
 */
export async function credentialJwt(
  document: ClaimedCredential & object,
  issuer: { readonly did: string; readonly key: CredentialKey },
): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify({ ...document, ...claimsOf(document) }));
  return new CompactSign(payload)
    .setProtectedHeader({ alg: 'EdDSA', kid: keyUrlOf(issuer.did, issuer.key.id), typ: 'vc+jwt', cty: 'vc' })
    .sign(issuer.key.privateKey);
}

export function claimsOf({ id, issuer, validFrom, validUntil, credentialSubject }: ClaimedCredential) {
  return {
    iss: issuer.id,
    jti: id,
    nbf: secondsOf(validFrom),
    ...(validUntil ? { exp: secondsOf(validUntil) } : {}),
    ...('id' in credentialSubject ? { sub: credentialSubject.id } : {}),
  };
}

function secondsOf(time: string): number {
  return Date.parse(time) / 1000;
}
