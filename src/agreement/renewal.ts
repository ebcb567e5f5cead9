import { addDays, addMonths, type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import type { Arrangement } from '../partnership/partnership.ts';

import type { TermGap } from './term-chain.ts';

type Dates = Pick<Arrangement, 'termStartsOn' | 'termEndsOn' | 'reviewOn'>;

/** Time to talk and to confirm before a term ends: local discretion, like the days on which both sides are told. */
const reviewDaysAhead = 42;

/**
 * Dates to offer for a renewal: as long as the last term, from the day after it (today when it is over), with a review
 * a year on, or six weeks before the end when that comes first. Both sides may write others.
 */
export function renewedDates({ termStartsOn, termEndsOn }: Dates, today: CalendarDate): Dates {
  const follows = termEndsOn && (termEndsOn < today ? today : addDays(termEndsOn, 1));
  const begins = follows ?? termStartsOn ?? today;
  const ends = termStartsOn && termEndsOn && asLong({ termStartsOn, termEndsOn }, begins);
  const yearOn = addMonths(begins > today ? begins : today, 12);
  return {
    termStartsOn: begins,
    termEndsOn: ends,
    reviewOn: ends ? reviewBefore(begins, ends, yearOn) : yearOn,
  };
}

/** Dates to offer where a gap lies before the term agreed last: that term, begun on the first day without one. */
export function closingDates({ termEndsOn, reviewOn }: Dates, { from }: TermGap): Dates {
  return { termStartsOn: from, termEndsOn, reviewOn };
}

/** The last day of a term as long as another: of as many months where it had whole ones, else of as many days. */
function asLong(
  { termStartsOn: from, termEndsOn: to }: Record<'termStartsOn' | 'termEndsOn', CalendarDate>,
  begins: CalendarDate,
): CalendarDate {
  const after = addDays(to, 1);
  const months = monthsOf(after) - monthsOf(from);
  return months > 0 && addMonths(from, months) === after
    ? addDays(addMonths(begins, months), -1)
    : addDays(begins, daysBetween(from, to));
}

function monthsOf(day: CalendarDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

function reviewBefore(begins: CalendarDate, ends: CalendarDate, yearOn: CalendarDate): CalendarDate {
  const ahead = addDays(ends, -reviewDaysAhead);
  const last = ahead > begins ? ahead : ends;
  return last < yearOn ? last : yearOn;
}
