import type { PublicCredentialKey } from './credential-key.ts';
import { multikeyOf } from './multikey.ts';

/**
 * The `did:web` of a site: its host, with the colon before a port percent-encoded, then the folders of its path with
 * colons between them (did:web method specification, “Creating a DID”).
 */
export function didOf(siteUrl: string): string {
  const { host, pathname } = new URL(siteUrl);
  const folders = pathname.split('/').filter((folder) => folder !== '');
  return ['did:web', encodeURIComponent(host), ...folders].join(':');
}

/** How a key is named wherever something is signed with it: the DID, and the key's own id behind `#`. */
export function keyUrlOf(did: string, id: string): string {
  return `${did}#${id}`;
}

/** Where the site is, and where it was before. */
export interface SiteAddresses {
  readonly siteUrl: string;
  readonly formerSiteUrls?: readonly string[] | undefined;
}

/**
 * What `/.well-known/did.json` says. `alsoKnownAs` names the DIDs of former addresses as well, so that who checks offline
 * takes what was signed under them.
 * Every key stays in `assertionMethod`, retired ones too: a document of did:web has
 * no past, and libraries call a proof good only while its key is listed there.
 */
export function didDocument(
  did: string,
  { siteUrl, formerSiteUrls = [] }: SiteAddresses,
  keys: readonly PublicCredentialKey[],
) {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    alsoKnownAs: [new URL(siteUrl).href, ...formerSiteUrls.map(didOf)],
    verificationMethod: keys.map((key) => ({
      id: keyUrlOf(did, key.id),
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: multikeyOf(key.publicKey),
    })),
    assertionMethod: keys.map((key) => keyUrlOf(did, key.id)),
  };
}
