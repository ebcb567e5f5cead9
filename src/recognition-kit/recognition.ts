import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Certificate } from '../certification/certificate.ts';
import type { CertificateStanding } from '../certification/certificate-standing.ts';

/** What the public may say of an agency right now, from its newest certificate and its pledge. */
export type Recognition =
  | { readonly is: 'certified'; readonly since: CalendarDate; readonly number: string }
  | { readonly is: 'suspended' | 'ended'; readonly number: string }
  | { readonly is: 'pledged'; readonly since: CalendarDate }
  | { readonly is: 'none' };

/** An agency whose certificate ended and whose pledge goes on is pledged again; one without either is nothing. */
export function recognitionOf(known: {
  readonly certificate: Pick<Certificate, 'number' | 'certifiedOn'> | undefined;
  readonly standing: CertificateStanding | undefined;
  /** The day of the pledge it lives by, while there is one. */
  readonly pledgedOn: CalendarDate | undefined;
  /** Whether the certificate was earned under that pledge, and counts: as the directory lists it. */
  readonly isListedCertified: boolean;
}): Recognition {
  const { certificate, standing, pledgedOn, isListedCertified } = known;
  if (certificate && standing?.is === 'valid' && isListedCertified) {
    return { is: 'certified', since: certificate.certifiedOn, number: certificate.number };
  }
  if (certificate && standing?.is === 'suspended') return { is: 'suspended', number: certificate.number };
  if (certificate && standing && standing.is !== 'valid') return { is: 'ended', number: certificate.number };
  return pledgedOn ? { is: 'pledged', since: pledgedOn } : { is: 'none' };
}
