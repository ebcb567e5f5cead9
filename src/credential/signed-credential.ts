import { type ClaimedCredential, credentialJwt } from './credential-jwt.ts';
import type { CredentialKey } from './credential-key.ts';
import { withProof } from './data-integrity-proof.ts';
import { didOf } from './did-web.ts';

/** A credential in both its forms, as it is kept and given out: the same bytes each time. */
export interface SignedCredential {
  /** JSON-LD with a data integrity proof. */
  readonly json: string;
  /** The same as VC-JWT. */
  readonly jwt: string;
}

export async function signCredential(
  document: ClaimedCredential & object,
  siteUrl: string,
  key: CredentialKey,
  at: Date,
): Promise<SignedCredential> {
  const issuer = { did: didOf(siteUrl), key };
  const [signed, jwt] = await Promise.all([withProof(document, issuer, at), credentialJwt(document, issuer)]);
  return { json: JSON.stringify(signed), jwt };
}
