import { createHash, sign } from 'node:crypto';
import type { CredentialKey, TrustedIssuer } from './credential-key.ts';
import { signatureHolds } from './trusted-key.ts';

/** Nothing else that a credential key signs begins so. */
const purpose = 'One Mind badge picture, version 1\n';

/** A picture with its seal taken out. */
export interface SealedPicture {
  /** The bytes around the seal, in order. */
  readonly around: readonly Uint8Array[];
  readonly seal: string;
}

/** What a seal looks like: an Ed25519 signature in base64url. */
export const sealShape = /^[\w-]{86}$/;

/** Signs a whole badge, picture and credential together: who sees the seal hold knows that this site drew the picture. */
export function sealOf(around: readonly Uint8Array[], { privateKey }: Pick<CredentialKey, 'privateKey'>) {
  return sign(null, sealed(around), privateKey).toString('base64url');
}

/** Whether one of the issuer's keys, retired ones too, sealed the picture as it is. */
export function isSealedBy({ keys }: TrustedIssuer, { around, seal }: SealedPicture): boolean {
  const signature = Buffer.from(seal, 'base64url');
  if (signature.toString('base64url') !== seal) return false;
  const message = sealed(around);
  return keys.some((key) => signatureHolds(key, message, signature));
}

function sealed(around: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of around) hash.update(part);
  return Buffer.from(purpose + hash.digest('hex'));
}
