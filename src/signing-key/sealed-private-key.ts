import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { SigningKeyError, type SigningKeyId } from './signing-key.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * A private key as the database may keep it: nonce, AES-256-GCM tag, PKCS#8 under a key that derives from the
 * program's secret. Bound to the key's id, so that sealed halves can't change places.
 */
export function sealPrivateKey(privateKey: KeyObject, id: SigningKeyId, secret: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, sealingKey(secret), nonce).setAAD(Buffer.from(id));
  const sealed = [sealing.update(privateKey.export({ format: 'der', type: 'pkcs8' })), sealing.final()];
  return Buffer.concat([nonce, sealing.getAuthTag(), ...sealed]);
}

/** Throws a SigningKeyError when it was sealed under another secret. */
export function unsealPrivateKey(sealed: Uint8Array, id: SigningKeyId, secret: string): KeyObject {
  const nonce = sealed.subarray(0, nonceBytes);
  const opening = createDecipheriv(cipher, sealingKey(secret), nonce)
    .setAAD(Buffer.from(id))
    .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const der = Buffer.concat([opening.update(sealed.subarray(nonceBytes + tagBytes)), opening.final()]);
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch (cause) {
    const purpose = id.startsWith('credential') ? 'credential' : 'document';
    throw new SigningKeyError(
      `ONEMIND_SECRET: The signing key ${id} was sealed under another secret. Enter the former secret again, or make a new key with "onemind keys rotate --purpose ${purpose}"; what the old one signed stays valid.`,
      { cause },
    );
  }
}

function sealingKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'onemind signing keys', 32));
}
