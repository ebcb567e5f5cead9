import type { CalendarDate } from '../calendar/calendar-date.ts';

/**
 * The instant at which clocks in an IANA time zone show `time` (`09:00`) on `day`. A time that is skipped when clocks go
 * forward is taken as that much later; one that comes twice when they go back, as the first.
 */
export function instantAt(timeZone: string, day: CalendarDate, time: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // The offsets a day before and after bracket any change of clocks on the day itself.
  const candidates = [-1, 1].map((days) => wanted - offsetAt(timeZone, wanted + days * 86_400_000));
  const exact = candidates.filter((instant) => instant + offsetAt(timeZone, instant) === wanted);
  const [first = 0] = exact.length > 0 ? exact.sort((a, b) => a - b) : candidates.sort((a, b) => b - a);
  return new Date(first);
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(timeZone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - instant;
}

/** The zone as a person names it: `Central Time`. */
export function zoneName(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
