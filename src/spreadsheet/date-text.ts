import { addMonths, type CalendarDate, calendarDate } from '../calendar/calendar-date.ts';
import { withoutInvisibleSigns } from './invisible-signs.ts';
import { dateOfSerial } from './serial-date.ts';

export interface DateReading {
  readonly date: CalendarDate;
  /** The text allows another reading: a century or an order was guessed. */
  readonly doubtful: boolean;
}

const timeOfDay =
  /[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt|[-+]\d{2}:?\d{2}))?$/i;
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +/i;
/** With a time of day, a zone and a weekday no date is longer. */
const longestDate = 100;
/** Two digits that would lie this close ahead of today are doubtful. */
const nearYears = 20;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The date a text names the way US exports write it, or undefined when it names none. Month comes first unless
 * the first number can't be a month, or the caller knows that days come first; two-digit years never lie after
 * `today`; a time of day is ignored.
 */
export function readDateText(
  text: string,
  today: CalendarDate,
  order: 'month-first' | 'day-first' = 'month-first',
): DateReading | undefined {
  if (text.length > longestDate) return undefined;
  const clean = withoutInvisibleSigns(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(timeOfDay, '')
    .replace(weekday, '')
    .trim();
  if (clean === '' || clean.length > 30) return undefined;
  return (
    yearFirst(clean) ??
    numericDate(clean, today, order) ??
    compactDate(clean) ??
    serialDate(clean, today) ??
    namedMonth(clean, today)
  );
}

/**
 * Whether a `YYYY-MM-DD` is one that systems fill in when they know none, such as `1900-01-01`, `0000-00-00` or the
 * first day of the 1904 calendar.
 */
export function isSentinelDate(date: string): boolean {
  return date < '1905-01-01' || date === '1950-01-01' || date === '1970-01-01' || date >= '2999-01-01';
}

/** 2024-03-05, 2024/3/5, 2024.03.05 */
function yearFirst(text: string): DateReading | undefined {
  const parts = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  return parts ? certain(Number(parts[1]), Number(parts[3]), Number(parts[4])) : undefined;
}

/** 3/5/2024, 03-05-24, 3.5.2024; 25/12/2023 when the first number can't be a month. */
function numericDate(
  text: string,
  today: CalendarDate,
  order: 'month-first' | 'day-first',
): DateReading | undefined {
  const parts = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text);
  if (!parts) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const isDayFirst = first > 12 || (order === 'day-first' && second <= 12);
  return isDayFirst
    ? withYear(parts[4] ?? '', second, first, today)
    : withYear(parts[4] ?? '', first, second, today);
}

/** 20240305 */
function compactDate(text: string): DateReading | undefined {
  const parts = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  return parts ? certain(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** A day number of Excel's 1900 calendar, from 1950 up to ten years after today. */
function serialDate(text: string, today: CalendarDate): DateReading | undefined {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return undefined;
  const date = dateOfSerial(Number(text), false);
  const year = Number(date?.slice(0, 4));
  if (!date || year < 1950 || year > Number(today.slice(0, 4)) + 10) return undefined;
  return { date, doubtful: true };
}

/** 5-Mar-2024, 5 March 2024, March 5, 2024, Mar 5 24 */
function namedMonth(text: string, today: CalendarDate): DateReading | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[- /.]*([a-z]{3,9})[-., /]*(\d{4}|'?\d{2})$/i.exec(text);
  if (dayFirst) return named(dayFirst[2], dayFirst[1], dayFirst[3], today);
  const monthFirst = /^([a-z]{3,9})[-. /]*(\d{1,2})(?:st|nd|rd|th)?(?:[-., /]+)(\d{4}|'?\d{2})$/i.exec(text);
  return monthFirst ? named(monthFirst[1], monthFirst[2], monthFirst[3], today) : undefined;
}

function named(
  name: string | undefined,
  day: string | undefined,
  year: string | undefined,
  today: CalendarDate,
): DateReading | undefined {
  const month = monthNumber(name ?? '');
  return month === undefined ? undefined : withYear((year ?? '').replace("'", ''), month, Number(day), today);
}

function monthNumber(name: string): number | undefined {
  const lower = name.toLowerCase();
  const index = months.indexOf(lower.slice(0, 3));
  if (index < 0) return undefined;
  const full = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' })
    .format(new Date(Date.UTC(2000, index, 1)))
    .toLowerCase();
  return full.startsWith(lower) || lower === 'sept' ? index + 1 : undefined;
}

/** A date whose year may have two digits, which then mean the latest such year not after today. */
function withYear(digits: string, month: number, day: number, today: CalendarDate): DateReading | undefined {
  if (digits.length === 4) return certain(Number(digits), month, day);
  const century = Number(today.slice(0, 2)) * 100;
  const recent = calendarDate(century + Number(digits), month, day);
  if (recent && recent <= today) return { date: recent, doubtful: false };
  const past = calendarDate(century - 100 + Number(digits), month, day);
  // 99 can only be 1999; next year's digits may well mean next year.
  const isNear = recent !== undefined && recent < addMonths(today, nearYears * 12);
  return past && { date: past, doubtful: isNear };
}

function certain(year: number, month: number, day: number): DateReading | undefined {
  const date = calendarDate(year, month, day);
  return date && { date, doubtful: false };
}
