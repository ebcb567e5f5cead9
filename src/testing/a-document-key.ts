import type { DocumentSigner } from '../pdf-signature/sign-pdf.ts';
import { certificatesIn } from '../signing-key/certificate-pem.ts';
import { newSigningKey } from '../signing-key/new-signing-key.ts';

/** A key that signs documents for an invented campaign, and the certificate to check them by. */
export async function aDocumentKey(
  name = 'Elm Campaign',
): Promise<{ readonly signer: DocumentSigner; readonly certificate: string }> {
  const subject = { name, organization: 'Association of Elm Chiefs' };
  const key = await newSigningKey('document', subject, new Date('2026-03-05T12:00:00Z'));
  const signer = { privateKey: key.privateKey, certificates: certificatesIn(key.certificatePem) };
  return { signer, certificate: key.certificatePem };
}
