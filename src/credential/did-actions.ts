import type { Transaction } from '../database/acting.ts';
import { currentSigningKey, publicKeys } from '../signing-key/signing-key-actions.ts';
import type { TrustedIssuer } from './credential-key.ts';
import { didDocument, didOf } from './did-web.ts';
import type { SigningDeps } from './status-list-actions.ts';

/** The DID document of the site. There is always a key in it: where there was none, one is made. */
export async function publishedDid(tx: Transaction, deps: SigningDeps) {
  const { siteUrl } = deps.config;
  const known = await publicKeys(tx, 'credential');
  const keys = known.length > 0 ? known : [await currentSigningKey(tx, 'credential', deps)];
  return didDocument(didOf(siteUrl), siteUrl, keys);
}

/** Whom a check trusts on this site: its own DID with every key it ever had. For anybody. */
export async function ownIssuer(tx: Transaction, siteUrl: string): Promise<TrustedIssuer> {
  const keys = await publicKeys(tx, 'credential');
  return { did: didOf(siteUrl), keys: keys.map(({ id, publicKey }) => ({ id, publicKey })) };
}
