import type { Brand } from '../brand.ts';

/** A day without a time or zone, written `YYYY-MM-DD`; sorts and compares as text. */
export type CalendarDate = Brand<'CalendarDate'>;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The date a text names in the form `YYYY-MM-DD`, or undefined when no such day exists. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const parts = shape.exec(text);
  if (!parts) return undefined;
  return calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** The date of year, month (1 to 12) and day, or undefined when no such day exists. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? isoDay(date) : undefined;
}

/** Same day of the month, `months` later (or earlier, when negative); the month's last day where that day is missing. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const start = midnight(date);
  const target = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return isoDay(target);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = midnight(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return isoDay(moved);
}

/** Whole days from one date to another: negative when `to` lies before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((midnight(to).getTime() - midnight(from).getTime()) / 86_400_000);
}

/** The day it is at `instant` in an IANA time zone such as `America/Chicago`. */
export function dayIn(timeZone: string, instant: Date): CalendarDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant) as CalendarDate;
}

/** Made once: making it takes a tenth of a millisecond, and a page of the directory shows a hundred dates. */
const longFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** As a person reads it: `March 5, 2026`. */
export function longDate(date: CalendarDate): string {
  return longFormat.format(midnight(date));
}

function midnight(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** Put together by hand: files bring dates by the hundred thousand, and `toISOString` writes the time of day too. */
function isoDay(date: Date): CalendarDate {
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}` as CalendarDate;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
