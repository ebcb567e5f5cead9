import { describe, expect, it } from 'vitest';
import { builtInFormat, generalText, numberCell, numberFormat } from './number-format.ts';

const shown = (number: number, code: string) => numberCell(number, numberFormat(code), false);

describe('numbers as the sheet shows them', () => {
  it.each([
    [412, '00000', '00412'],
    [123_456_789, '000-00-0000', '123-45-6789'],
    [2694, '#,##0', '2,694'],
    [0.85, '0%', '85%'],
    [12_000_000_000, '0.00E+00', '12000000000'],
    [12_000_000_000, 'General', '12000000000'],
    [5_550_100, '[<=9999999]###-####;(###) ###-####', '555-0100'],
    [40, '0.0" hrs"', '40.0 hrs'],
    [7, ';;;', '7'],
    [1.005, '@', '1.005'],
  ])('%d under the format %s reads %s', (number, code, text) => {
    expect(shown(number, code)).toEqual({ kind: 'number', text, number });
  });

  it.each([
    ['m/d/yyyy', '3/5/2024'],
    ['[$-409]mmmm d, yyyy;@', 'March 5, 2024'],
    ['yyyy\\-mm\\-dd', '2024-03-05'],
    ['d-mmm-yy', '5-Mar-24'],
    ['m/d/yy h:mm', '3/5/24 0:00'],
    ['mmm', 'Mar'],
  ])('a number under %s is a date', (code, text) => {
    expect(shown(45_356, code)).toEqual({ kind: 'date', text, date: '2024-03-05' });
  });

  it.each([
    [0.5, 'h:mm', '12:00'],
    [40 / 24, '[h]:mm', '40:00'],
    [0.25, 'h:mm AM/PM', '6:00 AM'],
  ])('%d under %s is a time, which is text', (number, code, text) => {
    expect(shown(number, code)).toEqual({ kind: 'text', text });
  });

  it.each([
    ['"Day "0', 'number'],
    ['0 "months"', 'number'],
    ['[Red]0.00', 'number'],
    ['#,##0_);[Red](#,##0)', 'number'],
    ['0\\d', 'number'],
  ])('letters that %s only writes make no date', (code, kind) => {
    expect(shown(45_356, code).kind).toBe(kind);
  });

  it.each([
    [0, 'number'],
    [14, 'date'],
    [20, 'text'],
    [22, 'date'],
    [31, 'date'],
    [49, 'number'],
  ])('the built-in format %i gives a %s', (id, kind) => {
    expect(numberCell(45_356.5, builtInFormat(id), false).kind).toBe(kind);
  });

  it.each(['['.repeat(250), `ss.${'0'.repeat(200)}`, '"'.repeat(251), '0'.repeat(200_000)])(
    'a number under a format that nobody can read is shown in full',
    (code) => {
      expect(shown(0.5, code).text).toBe('0.5');
    },
  );

  it('a day number outside the calendar stays a number', () => {
    expect(shown(-5, 'm/d/yyyy')).toEqual({ kind: 'number', text: '-5', number: -5 });
  });

  it.each([
    [0.1 + 0.2, '0.3'],
    [1e21, '1000000000000000000000'],
    [0.000_000_1, '0.0000001'],
    [-40.5, '-40.5'],
    [2 ** 60, '1152921504606846976'],
  ])('%d is written in full: %s', (number, text) => {
    expect(generalText(number)).toBe(text);
  });
});
