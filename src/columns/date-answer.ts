import type { CalendarDate } from '../calendar/calendar-date.ts';
import { isSentinelDate, readDateText } from '../spreadsheet/date-text.ts';
import type { Cell } from '../spreadsheet/sheet.ts';
import { type DateBounds, earliestMeant, isWithin } from './date-bounds.ts';
import { correctedDate } from './date-correction.ts';

export type MissingDate = 'blank' | 'says-none' | 'sentinel' | 'error';

export type DateDoubt =
  /** 02/30/2024, 13/45/2020 */
  | 'no-such-day'
  /** `2O24-01-05`, `March 2024`, `see file` */
  | 'not-a-date'
  /** `3/4/2024 - 3/8/2024`: the days of one class. */
  | 'several-dates'
  /** Two digits of a year that may mean either century. */
  | 'century'
  /** 45356: the number a spreadsheet keeps for a day. */
  | 'day-number'
  /** 3/5/2024 in a column that holds both 25/12/2023 and 12/25/2023. */
  | 'either-order'
  | 'too-early'
  | 'too-late';

/** What a cell says about a day. A doubtful one is kept as written, with a proposal where one is evident. */
export type DateAnswer =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'missing'; readonly why: MissingDate }
  | {
      readonly kind: 'doubtful';
      readonly text: string;
      readonly why: DateDoubt;
      readonly proposal?: CalendarDate;
    };

/** Reads the cell of a column of dates: nothing is dropped, and nothing guessed without saying so. */
export function readDateCell(cell: Cell, bounds: DateBounds): DateAnswer {
  if (cell.kind === 'error') return { kind: 'missing', why: 'error' };
  const text = cell.text.trim();
  if (cell.kind === 'date') return judged(cell.date, text, bounds);
  if (text === '') return { kind: 'missing', why: 'blank' };
  if (saysNoDate(text)) return { kind: 'missing', why: 'says-none' };
  const { today, latest = today, order = 'month-first' } = bounds;
  const reading = readDateText(text, latest, order === 'day-first' ? order : 'month-first');
  if (!reading) return doubtful(text, doubtOf(text), correctedDate(text, bounds));
  if (!reading.doubtful && order === 'mixed' && allowsEitherOrder(text))
    return doubtful(text, 'either-order', reading.date);
  if (!reading.doubtful) return judged(reading.date, text, bounds);
  const isNumber = /^\d{5}(?:\.\d+)?$/.test(text);
  const proposal = isWithin(reading.date, bounds) ? reading.date : undefined;
  return doubtful(text, isNumber ? 'day-number' : 'century', proposal);
}

function judged(date: CalendarDate, text: string, bounds: DateBounds): DateAnswer {
  if (isSentinelDate(date)) return { kind: 'missing', why: 'sentinel' };
  if (isWithin(date, bounds)) return { kind: 'date', date };
  const isEarly = date < (bounds.earliest ?? earliestMeant);
  return doubtful(text, isEarly ? 'too-early' : 'too-late', correctedDate(date, bounds));
}

function doubtful(text: string, why: DateDoubt, proposal: CalendarDate | undefined): DateAnswer {
  return { kind: 'doubtful', text, why, ...(proposal !== undefined && { proposal }) };
}

function doubtOf(text: string): DateDoubt {
  if (/^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/. ])\d{1,2}\2(?:\d{4}|\d{2}))$/.test(text))
    return 'no-such-day';
  return severalDays.test(text) ? 'several-dates' : 'not-a-date';
}

const severalDays =
  /\d.*(?:\s[-–—]\s|\b(?:to|thru|through)\b|\d-\d{1,2}\/|[–—]).*\d|[a-z]{3,9}\.? \d{1,2} ?- ?\d{1,2},? \d{4}/i;

/** 3/5/2024 and 3-5-24, but not 5/5/2024, which is the same day either way. */
function allowsEitherOrder(text: string): boolean {
  const parts = /^(\d{1,2})([-/. ])(\d{1,2})\2\d{2,4}\b/.exec(text);
  if (!parts) return false;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  return first <= 12 && second <= 12 && first !== second;
}

const noDate =
  /^(?:n\/?a|none|null|nil|unknown|unk|tbd|tba|nat|never|present|current|active|still (?:employed|active)|not applicable|no expir\w*|does not expire|permanent|lifetime|pending|[-–—?*x]+)$/i;

function saysNoDate(text: string): boolean {
  return /^[\s0/.:-]*$/.test(text) || /^(?:9{6}|9{8}|99991231|12319999)$/.test(text) || noDate.test(text);
}
