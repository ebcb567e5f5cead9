import { createHash } from 'node:crypto';
import { cmsSignature, type DocumentSigner, signatureRoom } from './cms-signature.ts';
import { type SignatureFacts, signatureUpdate } from './signature-update.ts';

export type { DocumentSigner } from './cms-signature.ts';
export type { SignatureFacts } from './signature-update.ts';

/**
 * Signs a document of the typesetter as PAdES B-B: the file with an update appended whose signature covers every byte
 * but its own. Throws NotPlainPdf when the file isn't the typesetter's.
 */
export function signPdf(file: Uint8Array, signer: DocumentSigner, facts: SignatureFacts): Uint8Array {
  const { bytes, gap } = signatureUpdate(file, facts, signatureRoom(signer.certificates));
  const digest = createHash('sha256')
    .update(bytes.subarray(0, gap.from))
    .update(bytes.subarray(gap.to))
    .digest();
  const signature = cmsSignature(digest, signer);
  if (signature.length * 2 > gap.to - gap.from - 2) throw new Error('The signature outgrew its room.');
  bytes.write(signature.toString('hex'), gap.from + 1, 'latin1');
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
