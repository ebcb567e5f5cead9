import type { KeyObject } from 'node:crypto';
import type { Brand } from '../brand.ts';

export type SigningKeyId = Brand<'SigningKeyId'>;

/** What a key signs: credentials with Ed25519, PDF documents with a certificate that names the issuer. */
export const signingPurposes = ['credential', 'document'] as const;
export type SigningPurpose = (typeof signingPurposes)[number];

/** The half of a key that everybody may know. */
export interface PublicSigningKey {
  /** `credential-` and 16 hex digits of the public key's SHA-256, or `document-` and those of its certificate's. */
  readonly id: SigningKeyId;
  readonly purpose: SigningPurpose;
  /** SubjectPublicKeyInfo, DER. Of an Ed25519 key the last 32 bytes are the key itself. */
  readonly publicKey: Uint8Array;
  /** The X.509 certificate of a document key, and those of its issuers after it; '' for a credential key. */
  readonly certificatePem: string;
  /** `file`: the private half lies in the PKCS#12 file that SIGNING_P12 names. */
  readonly held: 'sealed' | 'file';
  readonly createdAt: Date;
  /** Since when it signs nothing new; what it signed stays valid. */
  readonly retiredAt: Date | undefined;
}

/** A key that signs now. */
export interface SigningKey extends PublicSigningKey {
  readonly privateKey: KeyObject;
}

/** A key can't be used; the message says why and what the operator does. */
export class SigningKeyError extends Error {
  override readonly name = 'SigningKeyError';
}
