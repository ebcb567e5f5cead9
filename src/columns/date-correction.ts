import type { CalendarDate } from '../calendar/calendar-date.ts';
import { readDateText } from '../spreadsheet/date-text.ts';
import { type DateBounds, isWithin } from './date-bounds.ts';
import { wordDistance } from './word-distance.ts';

/** Texts that a mistyped one may stand for. */
type Repair = (text: string) => readonly string[];

/**
 * The day that a mistyped date evidently means: a repair of one kind must lead to exactly one day that can be
 * meant. It is a proposal to be shown; 02/30/2024 gets none, since any day near it is as likely.
 */
export function correctedDate(text: string, bounds: DateBounds): CalendarDate | undefined {
  const tidy = tidied(text);
  for (const repair of repairs) {
    const dates = new Set(repair(tidy).flatMap((candidate) => dateOf(candidate, bounds) ?? []));
    if (dates.size > 0) return dates.size === 1 ? [...dates][0] : undefined;
  }
  return undefined;
}

function dateOf(text: string, bounds: DateBounds): CalendarDate | undefined {
  const { today, latest = today, order } = bounds;
  const reading = readDateText(text, latest, order === 'day-first' ? order : 'month-first');
  return reading && !reading.doubtful && isWithin(reading.date, bounds) ? reading.date : undefined;
}

/** Gentlest first. */
const repairs: readonly Repair[] = [
  lastOfSeveral,
  (text) => [plain(text)],
  (text) => withoutOneDigit(plain(text)),
  (text) => withDayBeforeMonth(plain(text)),
  (text) => withSeparators(plain(text)),
  (text) => withLikelyMonth(plain(text)),
  (text) => withSwappedYear(plain(text)),
  (text) => withCenturyBefore(plain(text)),
];

function tidied(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[–—]/g, '-').trim();
}

/** `3/4/2024 - 3/8/2024`, `3/4-3/8/2024` and `March 4-8, 2024` end with the day a class was completed. */
function lastOfSeveral(text: string): readonly string[] {
  const spaced = text.split(/ (?:-|to|thru|through) /i);
  const [first = '', last = ''] = spaced;
  if (spaced.length === 2 && /\d/.test(first)) return [last];
  const joined = /^\d{1,2}\/\d{1,2}(?:\/\d{2,4})?-(\d{1,2}\/\d{1,2}\/\d{2,4})$/.exec(text);
  if (joined) return [joined[1] ?? ''];
  const days = /^([a-z]{3,9})\.? \d{1,2} ?- ?(\d{1,2}),? (\d{4})$/i.exec(text);
  return days ? [`${days[1]} ${days[2]}, ${days[3]}`] : [];
}

const lookAlikes: { readonly [letter: string]: string } = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  '|': '1',
  '!': '1',
  S: '5',
  Z: '2',
  B: '8',
};

/** Letters that look like digits become digits, and one slash stands wherever numbers are parted. */
function plain(text: string): string {
  const hasWords = /[a-z]{3}/i.test(text.replace(/[oqdilszb]{1,3}(?=\d)|(?<=\d)[oqdilszb]{1,3}/gi, ''));
  const digits = hasWords
    ? text
    : text.replace(/[a-z|!]/gi, (letter) => lookAlikes[letter.toUpperCase()] ?? letter);
  return digits.replace(/[\s./\\,:;_-]+/g, '/').replace(/^\/|\/$/g, '');
}

/** 1/5/20244 and 1/055/2024 hold a digit too many. */
function withoutOneDigit(text: string): readonly string[] {
  const parts = text.split('/');
  return parts.flatMap((part, at) => {
    const isLong = /^\d+$/.test(part) && (part.length === 3 || part.length === 5);
    if (!isLong) return [];
    const shorter = Array.from(part, (_, digit) => part.slice(0, digit) + part.slice(digit + 1));
    return shorter.map((one) => parts.with(at, one).join('/'));
  });
}

/** 2024/13/05 */
function withDayBeforeMonth(text: string): readonly string[] {
  const parts = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text);
  return parts ? [`${parts[1]}/${parts[3]}/${parts[2]}`] : [];
}

/** 03052024, and 3052024 that lost its zero; 01/052024 and 0105/2024. */
function withSeparators(text: string): readonly string[] {
  const whole = /^(\d{1,2})\/?(\d{2})\/?((?:19|20)\d{2})$/.exec(text);
  return whole ? [`${whole[1]}/${whole[2]}/${whole[3]}`] : [];
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** Febuary 3, 2024; one month only may be near. */
function withLikelyMonth(text: string): readonly string[] {
  const word = /[a-z]{4,12}/i.exec(text)?.[0];
  if (word === undefined) return [];
  const slips = word.length > 5 ? 2 : 1;
  const near = months.filter((month) => wordDistance(word.toLowerCase(), month, slips) <= slips);
  return near.map((month) => text.replace(word, month));
}

const fullYear = /(?<!\d)\d{4}(?!\d)/;

/** Years out of reach in which two digits have changed places: 2042, 0224. */
function withSwappedYear(text: string): readonly string[] {
  const year = fullYear.exec(text)?.[0];
  if (year === undefined) return [];
  const swapped = [0, 1, 2].map((at) => year.slice(0, at) + year[at + 1] + year[at] + year.slice(at + 2));
  return swapped.map((likely) => text.replace(year, likely));
}

/** A program that read two digits chose the century ahead. */
function withCenturyBefore(text: string): readonly string[] {
  return [text.replace(fullYear, (year) => String(Number(year) - 100))];
}
