import { type CalendarDate, calendarDate } from '../calendar/calendar-date.ts';

const lastSerial = 2_958_465; // 9999-12-31
const millisecondsPerDay = 86_400_000;

/**
 * The day a spreadsheet's day number stands for, or undefined outside the years spreadsheets know. The 1900
 * calendar counts a 29 February 1900 that never was, so days before it stand one further; day 0, which a
 * formula over an empty cell gives, is 1899-12-31.
 */
export function dateOfSerial(serial: number, date1904: boolean): CalendarDate | undefined {
  // A millionth of a day forgives the rounding of times just before midnight.
  const day = Math.floor(serial + 1e-6);
  if (!(day >= 0 && day <= lastSerial)) return undefined;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(epoch + day * millisecondsPerDay);
  return calendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
