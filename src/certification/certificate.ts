import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId } from '../database/acting.ts';
import type { CertificateFacts, LetterFacts, Signatory } from '../documents/document-facts.ts';

export type CertificateNumber = Brand<'CertificateNumber'>;

/** What a certificate says, as it was issued: nothing in it changes afterwards. */
export interface Certificate {
  readonly agency: AgencyId;
  readonly number: CertificateNumber;
  readonly agencyName: string;
  readonly place: string;
  readonly pledgedOn: CalendarDate;
  readonly certifiedOn: CalendarDate;
  /** The last day it speaks for the agency; absent where certificates have no end. */
  readonly validUntil: CalendarDate | undefined;
  readonly rulesTitle: string;
  readonly campaignName: string;
  readonly issuer: string;
  readonly signatory: Signatory;
  /** SHA-256 of the snapshot the decision rests on. */
  readonly snapshotSha256: string;
}

/** What only the letter to the agency says. */
export interface Acknowledgment {
  readonly executive: { readonly name: string; readonly rank: string };
  readonly addressLines: readonly string[];
  readonly figures: { readonly sworn: number; readonly advanced: number; readonly trained: number };
  readonly contactEmail: string;
}

const shape = /^OM-\d{4}-\d{6}$/;

/** The number a person typed: spaces, small letters and a missing prefix are forgiven. Undefined when it is none. */
export function readCertificateNumber(text: string): CertificateNumber | undefined {
  const plain = text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^OM/, '');
  if (!/^\d{10}$/.test(plain)) return undefined;
  const number = `OM-${plain.slice(0, 4)}-${plain.slice(4)}`;
  return shape.test(number) ? (number as CertificateNumber) : undefined;
}

export function certificateFacts(certificate: Certificate, siteUrl: string): CertificateFacts {
  return {
    ...certificate,
    verifyUrl: `${siteUrl}/verify/${certificate.number}`,
    snapshotHash: certificate.snapshotSha256,
    statement: completionStatement,
  };
}

export function letterFacts(certificate: Certificate, letter: Acknowledgment, siteUrl: string): LetterFacts {
  return { ...certificate, ...letter, verifyUrl: `${siteUrl}/verify/${certificate.number}` };
}

const completionStatement =
  'has completed the One Mind pledge: a lasting partnership with mental health professionals in its community, a policy in effect on responding to people with mental health conditions, and training for its people.';
