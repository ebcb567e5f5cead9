import { createHash, type KeyObject, sign } from 'node:crypto';
import { der, derElements, derOid, elementAt, tag } from './der.ts';

/** Who signs: the private key, its certificate and then those of its issuers as DER. */
export interface DocumentSigner {
  readonly privateKey: KeyObject;
  readonly certificates: readonly Uint8Array[];
}

export type SignatureKind = 'rsa' | 'ecdsa';

const contentInfoType = derOid('1.2.840.113549.1.7.2');
const detachedData = derOid('1.2.840.113549.1.7.1');
const contentType = derOid('1.2.840.113549.1.9.3');
const messageDigest = derOid('1.2.840.113549.1.9.4');
const signingCertificateV2 = derOid('1.2.840.113549.1.9.16.2.47');
const sha256 = der(tag.sequence, derOid('2.16.840.1.101.3.4.2.1'));
const signatureAlgorithms: Readonly<Record<SignatureKind, Buffer>> = {
  rsa: der(tag.sequence, derOid('1.2.840.113549.1.1.11'), der(tag.nothing)),
  ecdsa: der(tag.sequence, derOid('1.2.840.10045.4.3.2')),
};
const version1 = der(tag.integer, Buffer.from([1]));

/** More than a signature with these certificates ever takes. */
export function signatureRoom(certificates: readonly Uint8Array[]): number {
  return certificates.reduce((sum, certificate) => sum + certificate.length, 0) + 2048;
}

/** A detached CMS signature (RFC 5652) over what has this SHA-256, as PAdES B-B asks for it. */
export function cmsSignature(digest: Uint8Array, signer: DocumentSigner): Buffer {
  const attributes = signedAttributes(digest, signer.certificates);
  const signature = sign('sha256', attributes, { key: signer.privateKey, dsaEncoding: 'der' });
  return assembledCms(attributes, signer.certificates, kindOf(signer.privateKey), signature);
}

export function kindOf(key: KeyObject): SignatureKind {
  return key.asymmetricKeyType === 'rsa' ? 'rsa' : 'ecdsa';
}

/**
 * What is signed: the digest, and which certificate signs (RFC 5035), so that no other with the same key can take its
 * place. No time: PAdES has it in the PDF.
 */
export function signedAttributes(digest: Uint8Array, certificates: readonly Uint8Array[]): Buffer {
  const certificateHash = createHash('sha256').update(ownOf(certificates)).digest();
  const sequence = (...contents: Uint8Array[]) => der(tag.sequence, ...contents);
  const attributes = [
    sequence(contentType, der(tag.set, detachedData)),
    sequence(messageDigest, der(tag.set, der(tag.octets, digest))),
    sequence(
      signingCertificateV2,
      der(tag.set, sequence(sequence(sequence(der(tag.octets, certificateHash))))),
    ),
  ];
  return der(tag.set, ...attributes.toSorted(Buffer.compare));
}

/** The whole CMS around a signature. One thing only makes the bytes: whoever checks it makes them again. */
export function assembledCms(
  attributes: Buffer,
  certificates: readonly Uint8Array[],
  kind: SignatureKind,
  signature: Uint8Array,
): Buffer {
  const signerInfo = der(
    tag.sequence,
    version1,
    issuerAndSerial(ownOf(certificates)),
    sha256,
    asContext0(attributes),
    signatureAlgorithms[kind],
    der(tag.octets, signature),
  );
  const signedData = der(
    tag.sequence,
    version1,
    der(tag.set, sha256),
    der(tag.sequence, detachedData),
    der(tag.context0, ...certificates.toSorted(Buffer.compare)),
    der(tag.set, signerInfo),
  );
  return der(tag.sequence, contentInfoType, der(tag.context0, signedData));
}

/** The signature in a CMS that `assembledCms` made; undefined in any other. */
export function signatureIn(cms: Buffer): Buffer | undefined {
  const inside = (bytes: Buffer | undefined, place: number) =>
    bytes && derElements(bytes)?.at(place)?.content;
  const signedData = inside(inside(inside(cms, 0), 1), 0);
  return inside(inside(inside(signedData, -1), 0), -1);
}

/** How a CMS names a certificate: who issued it under which number. */
export function issuerAndSerial(certificate: Uint8Array): Buffer {
  const outer = elementAt(Buffer.from(certificate), 0);
  const inner = outer && elementAt(outer.content, 0);
  const parts = inner && derElements(inner.content);
  // A version comes first, unless the certificate is older than extensions are.
  const serialAt = parts?.[0]?.tag === tag.context0 ? 1 : 0;
  const [serial, issuer] = [parts?.[serialAt], parts?.[serialAt + 2]];
  if (!serial || !issuer) throw new Error('This is not a certificate.');
  return der(tag.sequence, issuer.whole, serial.whole);
}

/** Signed as a set, written as `[0]` (RFC 5652, 5.4). */
function asContext0(set: Buffer): Buffer {
  const written = Buffer.from(set);
  written[0] = tag.context0;
  return written;
}

function ownOf(certificates: readonly Uint8Array[]): Uint8Array {
  const [own] = certificates;
  if (!own) throw new Error('A document is signed with a certificate.');
  return own;
}
