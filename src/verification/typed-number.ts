import { type CertificateNumber, readCertificateNumber } from '../certification/certificate.ts';
import { done, type Outcome, refused } from '../outcome.ts';

/** What is wrong with a number that somebody typed. */
export type NumberRefusal =
  | { readonly code: 'nothing-typed' | 'no-year' | 'no-digits-after-year' | 'other-signs' }
  | { readonly code: 'too-many-digits'; readonly digits: number };

/** How many digits follow the year. */
const serialDigits = 6;

/**
 * Understands a certificate number as people type it: any case, spaces or other signs between its parts or none,
 * without `OM`, without the zeros in front.
 */
export function readTypedNumber(text: string): Outcome<CertificateNumber, NumberRefusal> {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (typed === '') return refused({ code: 'nothing-typed' });
  const digits = typed.replace(/^(OM|0M)(?![A-Z])/, '').trim();
  if (/[^0-9 ]/.test(digits)) return refused({ code: 'other-signs' });
  const [, year, rest = ''] = /^(\d{4})(.*)$/.exec(digits) ?? [];
  if (year === undefined) return refused({ code: 'no-year' });
  const serial = rest.replaceAll(' ', '');
  if (serial === '') return refused({ code: 'no-digits-after-year' });
  const significant = serial.replace(/^0+(?=\d)/, '');
  if (significant.length > serialDigits) {
    return refused({ code: 'too-many-digits', digits: serial.length });
  }
  const number = readCertificateNumber(`OM-${year}-${significant.padStart(serialDigits, '0')}`);
  return number ? done(number) : refused({ code: 'no-year' });
}
