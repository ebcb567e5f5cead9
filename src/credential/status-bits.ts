import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import type { CredentialIssuer } from './credential-frame.ts';
import { xsdTime } from './credential-frame.ts';
import { didOf } from './did-web.ts';
import { statusListLength, statusListUrl } from './status-entry.ts';

/** A status list is asked for again after a second (Bitstring Status List 1.0, `ttl`, in milliseconds). */
const timeToLive = 1_000;

/** The unsigned credential of a status list: one bit for each place, set where a credential was ended. */
export async function statusListCredential(
  issuer: CredentialIssuer,
  list: number,
  ended: Int32Array,
  at: Date,
): Promise<object> {
  const bits = await createList({ length: statusListLength });
  for (const place of ended) bits.setStatus(place, true);
  const id = statusListUrl(issuer.siteUrl, list);
  const { credentialSubject, ...frame } = await createCredential({
    id,
    list: bits,
    statusPurpose: 'revocation',
  });
  return {
    ...frame,
    issuer: didOf(issuer.siteUrl),
    validFrom: xsdTime(at),
    credentialSubject: { ...credentialSubject, ttl: timeToLive },
  };
}
