import { addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import { earliestMeant } from '../columns/date-bounds.ts';

/** Ends of validity and of service may lie ahead; nobody was hired, and nothing completed, on a day to come. */
const endsAhead: ReadonlySet<string> = new Set(['expiresOn', 'separatedOn']);
/** In months. */
const furthestAhead = 50 * 12;

export type DayFault = 'no-day' | 'too-early' | 'ahead' | 'too-far-ahead';

export type TypedDay = { readonly day: CalendarDate } | { readonly fault: DayFault };

/** The day somebody types for a date that can't be read, undefined for no real day, where the field can hold it. */
export function typedDay(day: CalendarDate | undefined, field: string, today: CalendarDate): TypedDay {
  if (!day) return { fault: 'no-day' };
  if (day < earliestMeant) return { fault: 'too-early' };
  if (!endsAhead.has(field)) return day > today ? { fault: 'ahead' } : { day };
  return day > addMonths(today, furthestAhead) ? { fault: 'too-far-ahead' } : { day };
}
