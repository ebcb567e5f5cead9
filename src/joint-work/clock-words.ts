import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import { shownTime } from '../class-session/class-day.ts';
import { zoneName } from './local-instant.ts';

/** `March 5, 2026, 9:00 AM to 10:30 AM, Central Time`. */
export function whenWords(
  {
    day,
    startsAt,
    endsAt,
  }: { readonly day: CalendarDate; readonly startsAt: string; readonly endsAt: string },
  timeZone: string,
): string {
  return `${weekday(day)}, ${longDate(day)}, ${shownTime(startsAt)} to ${shownTime(endsAt)}, ${zoneName(timeZone)}`;
}

const weekdays = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' });

function weekday(day: CalendarDate): string {
  return weekdays.format(new Date(`${day}T00:00:00Z`));
}
