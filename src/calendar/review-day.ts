import { addDays, type CalendarDate } from './calendar-date.ts';

/** Local discretion: early enough to meet the other side, late enough not to be read past. */
const daysAhead = 60;

/** How a review date stands: `due` from 60 days ahead, `overdue` from the day after it. */
export function reviewTiming(
  reviewOn: CalendarDate | undefined,
  today: CalendarDate,
): 'unset' | 'later' | 'due' | 'overdue' {
  if (reviewOn === undefined) return 'unset';
  if (reviewOn < today) return 'overdue';
  return reviewOn <= addDays(today, daysAhead) ? 'due' : 'later';
}
