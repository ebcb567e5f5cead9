import { actingAs } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import { type DocumentSigner, type SignatureFacts, signPdf } from '../pdf-signature/sign-pdf.ts';
import { certificatesIn } from '../signing-key/certificate-pem.ts';
import type { SigningKey } from '../signing-key/signing-key.ts';
import { currentSigningKey, type KeyDeps } from '../signing-key/signing-key-actions.ts';
import type { CertificateFacts, CertificateSize, DocumentMaker, LetterFacts } from './document-maker.ts';

/** What signing documents needs of the program: `Deps` has it. */
export interface SigningDeps extends KeyDeps {
  readonly db: Pick<Databases, 'app'>;
  readonly documents: Pick<DocumentMaker, 'certificate' | 'letter'>;
}

/** A certificate as PDF/UA-1, signed with the campaign's key as PAdES B-B. */
export async function signedCertificate(
  deps: SigningDeps,
  facts: CertificateFacts,
  size?: CertificateSize,
): Promise<Uint8Array> {
  return signedCertificateWith(await documentSigner(deps), deps, facts, size);
}

/** The letter that goes with a certificate, signed likewise. */
export async function signedLetter(deps: SigningDeps, facts: LetterFacts): Promise<Uint8Array> {
  const signer = await documentSigner(deps);
  return signPdf(await deps.documents.letter(facts), signer, saying(facts, 'letter', deps.now()));
}

/** For many certificates, signed with one key: `documentSigner` answers it. */
export async function signedCertificateWith(
  signer: DocumentSigner,
  deps: Pick<SigningDeps, 'documents' | 'now'>,
  facts: CertificateFacts,
  size?: CertificateSize,
): Promise<Uint8Array> {
  const file = await deps.documents.certificate(facts, size);
  return signPdf(file, signer, saying(facts, 'certificate', deps.now()));
}

/** Who signs documents now. Rejects with a SigningKeyError when the key can't be opened. */
export async function documentSigner(deps: Omit<SigningDeps, 'documents'>): Promise<DocumentSigner> {
  const key = await actingAs(deps.db.app, { as: 'system' }, (tx) => currentSigningKey(tx, 'document', deps));
  return signerOf(key);
}

export function signerOf({ privateKey, certificatePem }: SigningKey): DocumentSigner {
  return { privateKey, certificates: certificatesIn(certificatePem) };
}

/** What a reader of the PDF shows about the signature. */
const reasons = { certificate: 'Certificate', letter: 'Letter to certificate' } as const;

function saying(
  facts: CertificateFacts | LetterFacts,
  kind: keyof typeof reasons,
  signedAt: Date,
): SignatureFacts {
  return {
    document: { kind, number: facts.number },
    signer: facts.campaignName,
    reason: `${reasons[kind]} ${facts.number}`,
    signedAt,
  };
}
