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
  const certificate = purpose === 'document' ? await selfSignedCertificate(keys, subject, now) : undefined;
  return {
    id: signingKeyId(purpose, certificate ?? publicKey),
    purpose,
    publicKey,
    certificatePem: certificate ? pemOf(certificate) : '',
    held: 'sealed',
    createdAt: now,
    retiredAt: undefined,
    privateKey: keys.privateKey,
  };
}

export function publicKeyOf(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' });
}

/** Of a document key its certificate makes the name: a key certified anew is published anew. */
export function signingKeyId(purpose: SigningPurpose, published: Uint8Array): SigningKeyId {
  const digest = createHash('sha256').update(published).digest('hex');
  return `${purpose}-${digest.slice(0, 16)}` as SigningKeyId;
}
