import { expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CertificateStanding } from './certificate-standing.ts';
import { isHandedOut } from './handed-out.ts';

const since = '2026-03-01' as CalendarDate;

it.each<[CertificateStanding, boolean, boolean]>([
  [{ is: 'valid' }, true, true],
  [{ is: 'suspended', since, grounds: 'No policy.' }, false, false],
  [{ is: 'revoked', since, grounds: 'No policy.' }, false, false],
  [{ is: 'withdrawn', since }, false, false],
  [{ is: 'lapsed', since }, true, false],
])(
  'of a certificate that stands as %j the certificate is made: %s, the letter: %s',
  (standing, certificate, letter) => {
    expect(isHandedOut('certificate', standing)).toBe(certificate);
    expect(isHandedOut('letter', standing)).toBe(letter);
  },
);
