import { expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CertificateNumber } from '../certification/certificate.ts';
import { recognitionOf } from './recognition.ts';

const certificate = {
  number: 'OM-2026-000001' as CertificateNumber,
  certifiedOn: '2026-03-05' as CalendarDate,
};
const pledgedOn = '2024-01-10' as CalendarDate;
const since = '2026-08-01' as CalendarDate;

it.each([
  [{ certificate, standing: { is: 'valid' }, pledgedOn, isListedCertified: true }, 'certified'],
  [{ certificate, standing: { is: 'valid' }, pledgedOn }, 'pledged'],
  [{ certificate, standing: { is: 'suspended', since, grounds: '' }, pledgedOn }, 'suspended'],
  [{ certificate, standing: { is: 'revoked', since, grounds: '' }, pledgedOn }, 'ended'],
  [{ certificate, standing: { is: 'withdrawn', since }, pledgedOn: undefined }, 'ended'],
  [{ certificate: undefined, standing: undefined, pledgedOn }, 'pledged'],
  [{ certificate, standing: { is: 'valid' }, pledgedOn: undefined }, 'none'],
  [{ certificate: undefined, standing: undefined, pledgedOn: undefined }, 'none'],
] as const)('of %o is %s', (known, is) => {
  expect(recognitionOf({ isListedCertified: false, ...known }).is).toBe(is);
});
