import { expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { renewedDates } from './renewal.ts';

const day = (text: string | undefined) => text as CalendarDate;

it.each([
  // first day, last day, standing, offered: first day, last day, review
  ['2024-01-01', '2026-12-31', 'active', '2027-01-01', '2029-12-31', '2028-01-01'],
  ['2025-07-01', '2025-12-31', 'lapsed', '2026-03-05', '2026-09-04', '2026-09-04'],
  ['2024-01-01', undefined, 'due-for-review', '2024-01-01', undefined, '2027-03-05'],
  [undefined, undefined, 'active', '2026-03-05', undefined, '2027-03-05'],
] as const)(
  'a renewal of %s to %s that is %s offers %s to %s, with a review on %s',
  (from, to, standing, ...offered) => {
    const dates = { termStartsOn: day(from), termEndsOn: day(to), reviewOn: undefined };
    const found = renewedDates(dates, standing, day('2026-03-05'));
    expect([found.termStartsOn, found.termEndsOn, found.reviewOn]).toEqual(offered);
  },
);
