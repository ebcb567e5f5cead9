import { expect, it } from 'vitest';
import type { CalendarDate } from './calendar-date.ts';
import { reviewTiming } from './review-day.ts';

it.each([
  [undefined, 'unset'],
  ['2026-05-05', 'later'],
  ['2026-05-04', 'due'],
  ['2026-03-05', 'due'],
  ['2026-03-04', 'overdue'],
])('on March 5, a review on %s is %s', (reviewOn, timing) => {
  expect(reviewTiming(reviewOn as CalendarDate | undefined, '2026-03-05' as CalendarDate)).toBe(timing);
});
