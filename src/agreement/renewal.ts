import { addDays, addMonths, type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import type { Arrangement } from '../partnership/partnership.ts';
import type { AgreementStanding } from './agreement-standing.ts';

type Dates = Pick<Arrangement, 'termStartsOn' | 'termEndsOn' | 'reviewOn'>;

/**
 * Dates to offer for a renewal: as long as the last term, from the day after it (today when it lapsed), with a review a
 * year on, or on the term's last day when that comes first. Both sides may write others.
 */
export function renewedDates(
  { termStartsOn, termEndsOn }: Dates,
  standing: AgreementStanding,
  today: CalendarDate,
): Dates {
  const first = termEndsOn && standing !== 'lapsed' ? addDays(termEndsOn, 1) : today;
  const begins = termEndsOn ? first : (termStartsOn ?? today);
  const length = termStartsOn && termEndsOn ? daysBetween(termStartsOn, termEndsOn) : undefined;
  const ends = length === undefined ? undefined : addDays(begins, length);
  const yearOn = addMonths(begins > today ? begins : today, 12);
  return { termStartsOn: begins, termEndsOn: ends, reviewOn: ends && ends < yearOn ? ends : yearOn };
}
