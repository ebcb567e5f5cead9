import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';

/** The condition that a record, by this verdict, counts for somebody on a day: by itself, or as one day of a class. */
export function countsOn(
  record: RawBuilder<unknown>,
  verdict: RawBuilder<unknown>,
  day: CalendarDate | RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`(${verdict} in ('counts', 'day-of-class') and ${record}.staff_id is not null
    and ${record}.completed_on <= ${day}::date
    and (${record}.valid_until is null or ${record}.valid_until >= ${day}::date))`;
}
