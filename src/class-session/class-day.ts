import type { CalendarDate } from '../calendar/calendar-date.ts';

/** A day of a class, with times of the agency's own clock, written `08:00` and `17:00`. */
export interface ClassDay {
  readonly day: CalendarDate;
  readonly startsAt: string;
  readonly endsAt: string;
}

/**
 * The hours of the course that each day stands for, in the order of the days: by how long the day is, so that breaks
 * are shared out too. 40 hours on five days from 8 to 5 are 8 hours each. In hundredths of an hour, and their sum is
 * exactly the hours of the course.
 */
export function hoursOfDays(hours: number, days: readonly ClassDay[]): readonly number[] {
  const total = days.reduce((sum, day) => sum + minutesOf(day), 0);
  if (total === 0) return days.map(() => 0);
  const hundredths = Math.round(hours * 100);
  let minutes = 0;
  let given = 0;
  return days.map((day) => {
    minutes += minutesOf(day);
    const reached = Math.round((hundredths * minutes) / total);
    const own = reached - given;
    given = reached;
    return own / 100;
  });
}

/** How long the days are together, breaks included: no course has more hours than the days it is given on. */
export function clockHours(days: readonly ClassDay[]): number {
  return days.reduce((sum, day) => sum + minutesOf(day), 0) / 60;
}

function minutesOf({ startsAt, endsAt }: ClassDay): number {
  return minuteOfDay(endsAt) - minuteOfDay(startsAt);
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function inCalendarOrder(days: readonly ClassDay[]): readonly ClassDay[] {
  return days.toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

const typed = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(a|p|am|pm|a\.m\.|p\.m\.)?$/i;

/** A time as a field sends it or people type it (`08:00`, `8:30 am`, `1 pm`, `1330`), as `08:00`. */
export function typedTime(text: string): string | undefined {
  const parts = typed.exec(text.trim());
  if (!parts) return undefined;
  const [, hourText = '', minuteText = '00', half] = parts;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  if (hour > 23 || Number(minuteText) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minuteText}`;
}

/** `8:00 AM`. */
export function shownTime(time: string): string {
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3, 5)} ${hour < 12 ? 'AM' : 'PM'}`;
}
