import { describe, expect, it } from 'vitest';
import { typedDate } from './typed-date.ts';

describe('a typed date', () => {
  it.each([
    ['2026-03-05', '2026-03-05'],
    [' 3/5/2026 ', '2026-03-05'],
    ['03-05-2026', '2026-03-05'],
    ['2/29/2028', '2028-02-29'],
    ['2/29/2027', undefined],
    ['13/1/2026', undefined],
    ['3/5/26', undefined],
    ['March 5', undefined],
    ['', undefined],
  ])('"%s" is %s', (text, date) => {
    expect(typedDate(text)).toBe(date);
  });
});
