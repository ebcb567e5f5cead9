import { addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import type { PersonId } from '../database/acting.ts';

/** How an agency stood on an anniversary of its certificate, as it said itself. */
export interface CheckIn {
  /** Which anniversary: 1 is a year after the certificate was issued. */
  readonly year: number;
  readonly on: CalendarDate;
  readonly by: PersonId;
  readonly note: string;
  readonly figures: CheckInFigures;
}

/** What was counted on the day of a check-in. */
export interface CheckInFigures {
  readonly sworn: number;
  readonly advanced: number;
  readonly trained: number;
  /** How many things were left to do by the rules of the pledge. */
  readonly outstanding: number;
}

export interface DueCheckIn {
  readonly year: number;
  readonly dueOn: CalendarDate;
}

/** A check-in can be given this long before its anniversary. */
export const monthsAhead = 1;

/**
 * The check-in that is asked for today, if there is one: that of the last anniversary, or of the next once it is a month
 * away. Years that were missed are not asked for again.
 */
export function dueCheckIn(
  certifiedOn: CalendarDate,
  today: CalendarDate,
  given: readonly Pick<CheckIn, 'year'>[],
): DueCheckIn | undefined {
  const reached = addMonths(today, monthsAhead);
  let year = Math.max(0, Number(reached.slice(0, 4)) - Number(certifiedOn.slice(0, 4)));
  if (addMonths(certifiedOn, 12 * year) > reached) year -= 1;
  if (year < 1 || given.some((one) => one.year === year)) return undefined;
  return { year, dueOn: addMonths(certifiedOn, 12 * year) };
}
