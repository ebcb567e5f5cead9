import { expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { renewedDates } from './renewal.ts';

const day = (text: string | undefined) => text as CalendarDate;

it.each([
  // first day, last day, offered: first day, last day, review
  ['2024-01-01', '2026-12-31', '2027-01-01', '2029-12-31', '2028-01-01'],
  ['2026-11-22', '2027-11-21', '2027-11-22', '2028-11-21', '2028-10-10'],
  ['2027-02-28', '2027-03-30', '2027-03-31', '2027-04-30', '2027-04-30'],
  ['2025-07-01', '2025-12-31', '2026-03-05', '2026-09-04', '2026-07-24'],
  ['2026-01-01', '2026-03-10', '2026-03-11', '2026-05-18', '2026-04-06'],
  ['2024-01-01', undefined, '2024-01-01', undefined, '2027-03-05'],
  [undefined, undefined, '2026-03-05', undefined, '2027-03-05'],
] as const)('a renewal of %s to %s offers %s to %s, with a review on %s', (from, to, ...offered) => {
  const dates = { termStartsOn: day(from), termEndsOn: day(to), reviewOn: undefined };
  const found = renewedDates(dates, day('2026-03-05'));
  expect([found.termStartsOn, found.termEndsOn, found.reviewOn]).toEqual(offered);
});
