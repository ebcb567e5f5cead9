import { describe, expect, it } from 'vitest';
import { dateOfSerial } from './serial-date.ts';

describe('day numbers of spreadsheets', () => {
  it.each([
    [0, false, '1899-12-31'],
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [45_356, false, '2024-03-05'],
    [45_356.99, false, '2024-03-05'],
    [45_355.999_999_9, false, '2024-03-05'],
    [2_958_465, false, '9999-12-31'],
    [2_958_466, false, undefined],
    [-1, false, undefined],
    [Number.NaN, false, undefined],
    [0, true, '1904-01-01'],
    [43_894, true, '2024-03-05'],
  ])('%d in a 1904 workbook (%s) is %s', (serial, date1904, expected) => {
    expect(dateOfSerial(serial, date1904)).toBe(expected);
  });
});
