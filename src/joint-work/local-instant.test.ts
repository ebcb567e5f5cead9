import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { instantAt, zoneName } from './local-instant.ts';

describe('a time on the agency’s clock', () => {
  it.each([
    ['America/Chicago', '2026-01-15', '09:00', '2026-01-15T15:00:00.000Z'],
    ['America/Chicago', '2026-07-15', '09:00', '2026-07-15T14:00:00.000Z'],
    ['Pacific/Honolulu', '2026-07-15', '20:00', '2026-07-16T06:00:00.000Z'],
    ['America/Phoenix', '2026-07-15', '09:00', '2026-07-15T16:00:00.000Z'],
    ['Pacific/Guam', '2026-07-15', '09:00', '2026-07-14T23:00:00.000Z'],
    // Clocks went from 2:00 to 3:00.
    ['America/Chicago', '2026-03-08', '02:30', '2026-03-08T08:30:00.000Z'],
    ['America/Chicago', '2026-03-08', '03:00', '2026-03-08T08:00:00.000Z'],
    // 1:30 came twice.
    ['America/Chicago', '2026-11-01', '01:30', '2026-11-01T06:30:00.000Z'],
  ])('in %s on %s at %s is %s', (zone, day, time, instant) => {
    expect(instantAt(zone, day as CalendarDate, time).toISOString()).toBe(instant);
  });

  it('is shown by clocks there, whatever the day', () => {
    const zones = fc.constantFrom('America/New_York', 'America/Chicago', 'America/Anchorage', 'Pacific/Guam');
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: 4, max: 23 }),
        (zone, days, hour) => {
          const day = addDays('2026-03-08' as CalendarDate, days);
          const time = `${String(hour).padStart(2, '0')}:15`;
          const instant = instantAt(zone, day, time);
          const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(
            instant,
          );
          expect([dayIn(zone, instant), clock]).toEqual([day, time]);
        },
      ),
    );
  });

  it('is named after its zone', () => {
    expect(zoneName('America/Chicago')).toBe('Central Time');
  });
});
