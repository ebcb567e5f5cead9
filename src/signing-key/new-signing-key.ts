import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { pemOf } from './certificate-pem.ts';
import { type CertificateSubject, selfSignedCertificate } from './self-signed-certificate.ts';
import type { SigningKey, SigningKeyId, SigningPurpose } from './signing-key.ts';

/** Makes a key: Ed25519 for credentials, P-256 with a certificate about itself for documents. */
export async function newSigningKey(
  purpose: SigningPurpose,
  subject: CertificateSubject,
  now: Date,
): Promise<SigningKey> {
  const keys =
    purpose === 'credential'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = publicKeyOf(keys.publicKey);
  return {
    id: signingKeyId(purpose, publicKey),
    purpose,
    publicKey,
    certificatePem: purpose === 'document' ? pemOf(await selfSignedCertificate(keys, subject, now)) : '',
    held: 'sealed',
    createdAt: now,
    retiredAt: undefined,
    privateKey: keys.privateKey,
  };
}

export function publicKeyOf(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' });
}

export function signingKeyId(purpose: SigningPurpose, publicKey: Uint8Array): SigningKeyId {
  const digest = createHash('sha256').update(publicKey).digest('hex');
  return `${purpose}-${digest.slice(0, 16)}` as SigningKeyId;
}
