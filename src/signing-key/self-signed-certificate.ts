import { createHash, type KeyObject, randomBytes } from 'node:crypto';
import { Set as AsnSet, BitString, Integer, OctetString, Sequence, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs';

const years = 10;

const commonName = '2.5.4.3';
const organizationName = '2.5.4.10';
/** X.520 ends a common name and an organization's name after so many characters. */
const longestName = 64;

/**
 * Says that a key signs documents: RFC 9336, then what Adobe's and Microsoft's readers asked for before there was one.
 * Readers that check with Mozilla's NSS (Evince, Okular, LibreOffice) still ask for e-mail.
 */
const documentSigning = [
  '1.3.6.1.5.5.7.3.36',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.4.1.311.10.3.12',
  '1.3.6.1.5.5.7.3.4',
];

/** Key usage as bits from the left: digitalSignature and contentCommitment (once nonRepudiation). */
const signsDocuments = 0b1100_0000;

/** Who a certificate names: the campaign, and the body behind it. */
export interface CertificateSubject {
  readonly name: string;
  readonly organization: string;
}

/** A certificate (DER) of a P-256 key pair about itself, for ten years from `now`. */
export async function selfSignedCertificate(
  keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject },
  subject: CertificateSubject,
  now: Date,
): Promise<Uint8Array> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const certificate = new Certificate({
    version: 2,
    serialNumber: new Integer({ valueHex: serialNumber() }),
  });
  certificate.issuer = nameOf(subject);
  certificate.subject = nameOf(subject);
  certificate.notBefore = timeOf(now);
  certificate.notAfter = timeOf(
    new Date(Date.UTC(now.getUTCFullYear() + years, now.getUTCMonth(), now.getUTCDate())),
  );
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey.toCryptoKey(algorithm, true, ['verify']));
  certificate.extensions = extensionsFor(
    createHash('sha1')
      .update(certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView)
      .digest(),
  );
  await certificate.sign(keys.privateKey.toCryptoKey(algorithm, true, ['sign']), 'SHA-256');
  return new Uint8Array(certificate.toSchema(true).toBER());
}

/** Random, positive, of 16 bytes. */
function serialNumber(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.buffer;
}

/** Each part in a set of its own: pkijs by itself would make one set of both, which readers show as one word. */
function nameOf(subject: CertificateSubject): RelativeDistinguishedNames {
  const part = (type: string, value: string) =>
    new AsnSet({
      value: [
        new AttributeTypeAndValue({ type, value: new Utf8String({ value: clipped(value) }) }).toSchema(),
      ],
    });
  const parts = [part(organizationName, subject.organization), part(commonName, subject.name)];
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: parts }).toBER());
}

function clipped(name: string): string {
  return [...name].slice(0, longestName).join('');
}

/** RFC 5280 writes years up to 2049 with two digits. */
function timeOf(value: Date): Time {
  return new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });
}

function extensionsFor(keyIdentifier: Buffer): Extension[] {
  const identifier = new Uint8Array(keyIdentifier).buffer;
  const usage = new Uint8Array([signsDocuments]).buffer;
  const extension = (extnID: string, critical: boolean, block: { toBER(): ArrayBuffer }) =>
    new Extension({ extnID, critical, extnValue: block.toBER() });
  return [
    extension('2.5.29.19', true, new BasicConstraints({ cA: false }).toSchema()),
    extension('2.5.29.15', true, new BitString({ valueHex: usage, unusedBits: 6 })),
    extension('2.5.29.37', false, new ExtKeyUsage({ keyPurposes: documentSigning }).toSchema()),
    extension('2.5.29.14', false, new OctetString({ valueHex: identifier })),
    extension(
      '2.5.29.35',
      false,
      new AuthorityKeyIdentifier({ keyIdentifier: new OctetString({ valueHex: identifier }) }).toSchema(),
    ),
  ];
}
