import { agreementStanding } from '../agreement/agreement-standing.ts';
import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import { reviewTiming } from '../calendar/review-day.ts';
import type { PartnershipOnDay } from './partnership-on-day.ts';

/** What an active agreement's dates ask of both sides, and the day that they name. */
export interface AgreementDue {
  readonly is: 'lapsed' | 'due-for-review' | 'term-ends-soon' | 'review-soon';
  readonly on: CalendarDate;
}

/** Days ahead from which a term's end is told of: one of the days on which both sides are mailed. */
const termDaysAhead = 30;

/** Whether an active agreement's last day is near, and no next term is agreed. */
export function endsSoon(
  { state, arrangement, agreedNext }: Pick<PartnershipOnDay, 'state' | 'arrangement' | 'agreedNext'>,
  today: CalendarDate,
): boolean {
  const { termEndsOn } = arrangement;
  if (state.is !== 'active' || agreedNext || !termEndsOn || termEndsOn < today) return false;
  return daysBetween(today, termEndsOn) <= termDaysAhead;
}

/** The most pressing of what the dates ask; undefined while they ask nothing, or the next term is agreed. */
export function agreementDue(
  partnership: Pick<PartnershipOnDay, 'state' | 'arrangement' | 'agreedNext' | 'gap'>,
  today: CalendarDate,
): AgreementDue | undefined {
  const { arrangement, gap, agreedNext } = partnership;
  const { termEndsOn, reviewOn } = arrangement;
  const standing = agreementStanding(partnership, today);
  if (standing === 'lapsed') {
    // Where the next term is agreed, the days in between are the matter.
    return termEndsOn && !gap && !agreedNext ? { is: 'lapsed', on: termEndsOn } : undefined;
  }
  if (standing === 'due-for-review' && reviewOn) return { is: 'due-for-review', on: reviewOn };
  if (standing !== 'active') return undefined;
  if (termEndsOn && endsSoon(partnership, today)) return { is: 'term-ends-soon', on: termEndsOn };
  return reviewOn && reviewTiming(reviewOn, today) === 'due'
    ? { is: 'review-soon', on: reviewOn }
    : undefined;
}
