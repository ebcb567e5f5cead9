import { addDays, addMonths, type CalendarDate, calendarDate } from '../calendar/calendar-date.ts';

/** A calendar half-year, from January 1 to June 30 or from July 1 to December 31. */
export interface HalfYear {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

export function halfYearOf(day: CalendarDate): HalfYear {
  const startsOn = calendarDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)) <= 6 ? 1 : 7, 1);
  if (!startsOn) throw new Error(`No half-year holds ${day}.`);
  return { startsOn, endsOn: addDays(addMonths(startsOn, 6), -1) };
}

export function halfYearBefore({ startsOn }: HalfYear): HalfYear {
  return halfYearOf(addDays(startsOn, -1));
}

/** `January to June 2026`. */
export function halfYearName({ startsOn }: HalfYear): string {
  return `${startsOn.slice(5, 7) === '01' ? 'January to June' : 'July to December'} ${startsOn.slice(0, 4)}`;
}

/** Local discretion: both sides are asked by mail in the last two months, when there is something to look back at. */
const askedDaysBeforeEnd = 61;

export function askedFrom({ endsOn }: HalfYear): CalendarDate {
  return addDays(endsOn, -askedDaysBeforeEnd);
}
