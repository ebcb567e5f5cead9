import { describe, expect, it } from 'vitest';
import { readCertificateNumber } from './certificate.ts';

describe('a certificate number', () => {
  it.each([
    ['OM-2026-000123', 'OM-2026-000123'],
    [' om 2026 000123 ', 'OM-2026-000123'],
    ['2026000123', 'OM-2026-000123'],
    ['OM–2026–000123', 'OM-2026-000123'],
    ['OM-2026-123', undefined],
    ['OM-2026-000123x', undefined],
    ['', undefined],
    ["' or 1=1", undefined],
  ])('typed as "%s" is read as %s', (text, number) => {
    expect(readCertificateNumber(text)).toBe(number);
  });
});
