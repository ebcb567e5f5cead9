import type { CalendarDate } from '../calendar/calendar-date.ts';
import { readDateText } from '../spreadsheet/date-text.ts';
import type { Cell } from '../spreadsheet/sheet.ts';
import { type Month, monthNumber, monthOf, parseMonth } from './month.ts';

/** What a cell says of when: a month, with the day where it names one. */
export interface MonthReading {
  readonly month: Month;
  readonly day: CalendarDate | undefined;
}

/** The month or the day that a cell names as reports write it: `2025-03`, `Mar 2025`, `3/2025`, `3/14/2025 08:15`. */
export function readMonth(cell: Cell, today: CalendarDate): MonthReading | undefined {
  if (cell.kind === 'blank' || cell.kind === 'error' || cell.kind === 'boolean') return undefined;
  if (cell.kind === 'date') return ofDay(cell.date);
  const month = monthInText(cell.text);
  if (month) return { month, day: undefined };
  const reading = readDateText(cell.text, today);
  return reading && !reading.doubtful ? ofDay(reading.date) : undefined;
}

/** The month that a text names without a day: also `January-25`, `202501` and `2025 March`. */
export function monthInText(text: string): Month | undefined {
  const clean = text.trim();
  if (clean.length > 20) return undefined;
  const yearFirst = /^(\d{4})[-/. ]?(\d{1,2})$/.exec(clean);
  if (yearFirst) return monthFrom(yearFirst[1], Number(yearFirst[2]));
  const monthFirst = /^(\d{1,2})[-/. ](\d{4})$/.exec(clean);
  if (monthFirst) return monthFrom(monthFirst[2], Number(monthFirst[1]));
  const word = /^([a-z]{3,9}\.?)[-/., ']*(\d{4}|\d{2})$/i.exec(clean);
  if (word) return monthFrom(word[2], monthNumber(word[1] ?? ''));
  const wordLast = /^(\d{4})[-/., ]*([a-z]{3,9}\.?)$/i.exec(clean);
  return wordLast ? monthFrom(wordLast[1], monthNumber(wordLast[2] ?? '')) : undefined;
}

/** The month of a year that two columns name apart: `2025` and `3`, `March` or `03`. */
export function monthOfColumns(year: Cell, month: Cell): Month | undefined {
  const number = /^\d{1,2}$/.test(month.text.trim()) ? Number(month.text) : monthNumber(month.text.trim());
  return /^\d{4}$/.test(year.text.trim()) ? monthFrom(year.text.trim(), number) : undefined;
}

/** Two digits of a year are of this century: counts of another are of no use here. */
function monthFrom(year: string | undefined, number: number | undefined): Month | undefined {
  if (year === undefined || number === undefined) return undefined;
  return parseMonth(`${year.length === 2 ? `20${year}` : year}-${String(number).padStart(2, '0')}`);
}

function ofDay(day: CalendarDate): MonthReading | undefined {
  const month = parseMonth(monthOf(day));
  return month && { month, day };
}
