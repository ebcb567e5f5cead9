import type { Brand } from '../brand.ts';
import { addDays, addMonths, type CalendarDate, parseCalendarDate } from '../calendar/calendar-date.ts';

/** A month of a year, written `YYYY-MM`; sorts and compares as text. */
export type Month = Brand<'Month'>;

/** Counts of earlier months are of no use here, and a typing error more likely. */
export const earliestMonth = '2000-01' as Month;

/** The month a text names in the form `YYYY-MM`, from 2000 on; undefined when it names none. */
export function parseMonth(text: string): Month | undefined {
  if (!/^\d{4}-\d{2}$/.test(text) || !parseCalendarDate(`${text}-01`)) return undefined;
  return text >= earliestMonth ? (text as Month) : undefined;
}

export function monthOf(day: CalendarDate): Month {
  return day.slice(0, 7) as Month;
}

export function firstDayOf(month: Month): CalendarDate {
  return `${month}-01` as CalendarDate;
}

export function lastDayOf(month: Month): CalendarDate {
  return addDays(firstDayOf(monthAfter(month)), -1);
}

/** `months` later, or earlier when negative. */
export function monthAfter(month: Month, months = 1): Month {
  return monthOf(addMonths(firstDayOf(month), months));
}

/** All months from one to another, both included; none when `last` lies before `first`. */
export function monthsFrom(first: Month, last: Month): readonly Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

/** Months from January to December of a year. */
export function monthsOfYear(year: number): readonly Month[] {
  const first = `${year}-01` as Month;
  return monthsFrom(first, monthAfter(first, 11));
}

export function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}

const names = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `March 2026` */
export function monthName(month: Month): string {
  return `${names[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** `Mar 2026`, on one line. */
export function shortMonthName(month: Month): string {
  return `${names[Number(month.slice(5)) - 1]?.slice(0, 3)}\u00a0${month.slice(0, 4)}`;
}

/** `January to March 2026`, `December 2025 to March 2026` */
export function monthSpan(first: Month, last: Month): string {
  if (first === last) return monthName(first);
  const begin = yearOf(first) === yearOf(last) ? monthName(first).slice(0, -5) : monthName(first);
  return `${begin} to ${monthName(last)}`;
}

/** The number (1 to 12) of the month that a word names: `Sept`, `march`, `Dec.`. */
export function monthNumber(word: string): number | undefined {
  const lower = word.toLowerCase().replace(/\.$/, '');
  if (lower.length < 3) return undefined;
  const index = names.findIndex(
    (name) => name.toLowerCase().startsWith(lower) || (lower === 'sept' && name === 'September'),
  );
  return index < 0 ? undefined : index + 1;
}

/** The months of a year that may be entered today. */
export function monthsToEnter(year: number, latest: Month): readonly Month[] {
  return monthsOfYear(year).filter((month) => month <= latest);
}
