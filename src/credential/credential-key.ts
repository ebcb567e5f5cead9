import type { KeyObject } from 'node:crypto';

/** The half of a key that everybody may know; `id` without the issuer's DID. */
export interface PublicCredentialKey {
  readonly id: string;
  /** Ed25519 as SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
}

/** A key that signs for an issuer. */
export interface CredentialKey extends PublicCredentialKey {
  readonly privateKey: KeyObject;
}

/** Who checks needs no more of an issuer than this; `onemind verify` has it from the issuer's `did.json`. */
export interface TrustedIssuer {
  readonly did: string;
  /** DIDs of addresses the site had before: what it signed under them stays its own. */
  readonly formerDids?: readonly string[];
  readonly keys: readonly PublicCredentialKey[];
}
