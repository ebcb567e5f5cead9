import { createHash, verify, X509Certificate } from 'node:crypto';
import { assembledCms, issuerAndSerial, kindOf, signatureIn, signedAttributes } from './cms-signature.ts';
import { elementAt } from './der.ts';
import { findSignatureFields, ownSignatureField, type SignatureField } from './signature-field.ts';

/** What a PDF that somebody hands in turns out to be. */
export type PdfCheck =
  /** Signed with one of the given certificates, and every byte is as it was then. */
  | {
      readonly is: 'intact';
      /** The name in the certificate that signed. */
      readonly signedBy: string;
      /** When the signer says it signed. */
      readonly signedAt: Date;
      /** What the program wrote into the signature: `certificate` or `letter`, and the certificate's number. */
      readonly document: string;
      readonly number: string;
    }
  /** It bears a signature of ours, and something was changed, added or taken away since. */
  | { readonly is: 'altered' }
  /** Signed by somebody else only. */
  | { readonly is: 'foreign' }
  | { readonly is: 'unsigned' }
  /** No PDF, or longer than any of ours. */
  | { readonly is: 'unreadable' };

/** Ten times what the largest of our documents takes. */
const mostBytes = 16 * 1024 * 1024;

/**
 * Checks a PDF against the issuer's certificates: PEM texts, in which each that signs goes before its chain. Never throws
 * on what the bytes hold; takes time in proportion to their number.
 *
 * Little of the PDF's structure is read that could lead astray: from its end to the signature's object in the last
 * update. A file is intact when all its bytes but the signature's own are what one of our keys signed, and the
 * signature's are exactly those that the program writes.
 */
export function checkSignedPdf(file: Uint8Array, certificates: readonly string[]): PdfCheck {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length > mostBytes || !bytes.subarray(0, 1024).includes('%PDF-')) return { is: 'unreadable' };
  const issuers = certificates.flatMap(issuersIn);
  const own = ownSignatureField(bytes);
  const intact = own && issuers.find((issuer) => isSignedBy(bytes, own, issuer));
  if (intact && own.facts) return { is: 'intact', signedBy: intact.name, ...own.facts };
  const fields = [...(own ? [own] : []), ...findSignatureFields(bytes)];
  if (fields.length === 0) return { is: 'unsigned' };
  return fields.some((some) => issuers.some((issuer) => claims(some, issuer)))
    ? { is: 'altered' }
    : { is: 'foreign' };
}

interface Issuer {
  readonly name: string;
  readonly own: X509Certificate;
  readonly chain: readonly Buffer[];
}

/** Each signing certificate of a PEM text with the chain that follows it; `onemind keys export` prints many in one. */
function issuersIn(pem: string): readonly Issuer[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const chains: X509Certificate[][] = [];
  for (const certificate of blocks.map((block) => new X509Certificate(block))) {
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    if (chain && last && isIssuedBy(last, certificate)) chain.push(certificate);
    else chains.push([certificate]);
  }
  return chains.flatMap(([own, ...rest]) => (own ? [issuerOf(own, rest)] : []));
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return (
    !certificate.raw.equals(issuer.raw) &&
    certificate.checkIssued(issuer) &&
    certificate.verify(issuer.publicKey)
  );
}

function issuerOf(own: X509Certificate, rest: readonly X509Certificate[]): Issuer {
  const name = /^CN=(.*)$/m.exec(own.subject)?.[1] ?? own.subject;
  return { name, own, chain: [own, ...rest].map(({ raw }) => raw) };
}

/** Whether this signature is the issuer's, covers the whole file, and holds nothing besides. */
function isSignedBy(bytes: Buffer, field: SignatureField, { own, chain }: Issuer): boolean {
  const { range, contents } = field;
  if (!contents || !range || range.end !== bytes.length) return false;
  const whole = elementAt(contents, 0)?.whole;
  const signature = whole && signatureIn(whole);
  // What follows the signature in its room are zeros, or somebody put something there.
  if (!signature || contents.subarray(whole.length).some((byte) => byte !== 0)) return false;
  const digest = createHash('sha256')
    .update(bytes.subarray(0, range.gapFrom))
    .update(bytes.subarray(range.gapTo, range.end))
    .digest();
  const attributes = signedAttributes(digest, chain);
  const written = assembledCms(attributes, chain, kindOf(own.publicKey), signature);
  if (!written.equals(whole)) return false;
  return verify('sha256', attributes, { key: own.publicKey, dsaEncoding: 'der' }, signature);
}

/** Whether a signature says that it is the issuer's: by the certificate it carries, or by how it names it. */
function claims({ contents }: SignatureField, { own }: Issuer): boolean {
  return (
    contents !== undefined && (contents.includes(own.raw) || contents.includes(issuerAndSerial(own.raw)))
  );
}
