import type { Transaction } from '../database/acting.ts';
import { currentSigningKey, publicKeys } from '../signing-key/signing-key-actions.ts';
import type { TrustedIssuer } from './credential-key.ts';
import { didDocument, didOf, type SiteAddresses } from './did-web.ts';
import type { SigningDeps } from './status-list-actions.ts';

/** The DID document of the site. There is always a key in it: where there was none, one is made. */
export async function publishedDid(tx: Transaction, deps: SigningDeps & { readonly config: SiteAddresses }) {
  const { siteUrl, formerSiteUrls } = deps.config;
  const known = await publicKeys(tx, 'credential');
  const keys = known.length > 0 ? known : [await currentSigningKey(tx, 'credential', deps)];
  return didDocument(didOf(siteUrl), { siteUrl, formerSiteUrls }, keys);
}

/** Whom a check trusts on this site: its own DID, and those of its former addresses, with every key it ever had. For anybody. */
export async function ownIssuer(
  tx: Transaction,
  { siteUrl, formerSiteUrls = [] }: SiteAddresses,
): Promise<TrustedIssuer> {
  const keys = await publicKeys(tx, 'credential');
  return {
    did: didOf(siteUrl),
    formerDids: formerSiteUrls.map(didOf),
    keys: keys.map(({ id, publicKey }) => ({ id, publicKey })),
  };
}
