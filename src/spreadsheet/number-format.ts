import { SSF } from '@e965/xlsx';
import { blankCell, trimmed } from './cell.ts';
import { dateOfSerial } from './serial-date.ts';
import type { Cell } from './sheet.ts';

/** What a number format makes of a number. `shown` numbers read as the format writes them. */
export type NumberFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'zeros'; readonly digits: number }
  | { readonly kind: 'time' | 'shown'; readonly code: string }
  | DateFormat;

interface DateFormat {
  readonly kind: 'date';
  readonly code: string;
  /** Dates repeat a great deal in a column and are slow to write out. */
  readonly known: Map<number, Cell>;
}

/** Excel takes no longer format. */
const longestCode = 255;
const mostKnownDates = 20_000;

export const generalFormat: NumberFormat = { kind: 'general' };

const format: (code: string, value: number, options: { date1904: boolean }) => string = SSF.format;

/** Formats that spreadsheets know by number only; others of the table are plain numbers. */
const builtIn: { readonly [id: number]: string } = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};

/** The format of an id below 164; East Asian date formats read as plain dates. */
export function builtInFormat(id: number): NumberFormat {
  const isEastAsianDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return numberFormat(isEastAsianDate ? 'm/d/yyyy' : builtIn[id]);
}

export function numberFormat(code: string | undefined): NumberFormat {
  if (code === undefined || code.length > longestCode || code === '@' || /^general$/i.test(code))
    return generalFormat;
  if (/^0+$/.test(code)) return { kind: 'zeros', digits: code.length };
  const bare = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general|am\/pm|a\/p/gi, '');
  // A scientific format hides digits of long identifiers, so the whole number is shown instead.
  if (/e[+-]/i.test(bare)) return generalFormat;
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare)))
    return { kind: 'date', code, known: new Map() };
  return { kind: /[hs]/i.test(bare) ? 'time' : 'shown', code };
}

/** The cell a number makes under its format. A time of day or a duration is text as shown: `40:00`. */
export function numberCell(number: number, as: NumberFormat, date1904: boolean): Cell {
  switch (as.kind) {
    case 'general':
      return { kind: 'number', text: generalText(number), number };
    case 'zeros':
      return { kind: 'number', text: withZeros(number, as.digits), number };
    case 'date':
      return dateCell(number, as, date1904);
    case 'time':
      return textCell(shown(number, as.code, date1904));
    case 'shown':
      return shownCell(number, as.code, date1904);
  }
}

function dateCell(number: number, as: DateFormat, date1904: boolean): Cell {
  const known = as.known.get(number);
  if (known) return known;
  if (as.known.size >= mostKnownDates) as.known.clear();
  const cell = newDateCell(number, as.code, date1904);
  as.known.set(number, cell);
  return cell;
}

function newDateCell(number: number, code: string, date1904: boolean): Cell {
  const date = dateOfSerial(number, date1904);
  if (!date) return { kind: 'number', text: generalText(number), number };
  return { kind: 'date', text: shown(number, code, date1904) || date, date };
}

function shownCell(number: number, code: string, date1904: boolean): Cell {
  const text = shown(number, code, date1904);
  // A format such as `;;;` hides the number; what nobody sees is still what the cell holds.
  return { kind: 'number', text: text === '' ? generalText(number) : text, number };
}

function textCell(text: string): Cell {
  return text === '' ? blankCell : { kind: 'text', text };
}

function shown(number: number, code: string, date1904: boolean): string {
  try {
    return trimmed(format(code, number, { date1904 }));
  } catch (error) {
    // The formatter throws errors, and bare texts too, on codes it can't read; any other fault is ours.
    if (error instanceof Error || typeof error === 'string') return generalText(number);
    throw error;
  }
}

function withZeros(number: number, digits: number): string {
  const whole = generalText(Math.abs(Math.round(number))).padStart(digits, '0');
  return number < 0 ? `-${whole}` : whole;
}

/** A number in full, without scientific notation and without the noise of binary fractions. */
export function generalText(number: number): string {
  if (Number.isSafeInteger(number)) return String(number);
  if (!Number.isFinite(number)) return '';
  if (Number.isInteger(number)) return BigInt(number).toString();
  const rounded = String(Number(number.toPrecision(15)));
  return rounded.includes('e') ? number.toFixed(20).replace(/\.?0+$/, '') : rounded;
}
