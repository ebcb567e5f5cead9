import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { askedFrom, halfYearBefore, halfYearName, halfYearOf } from './half-year.ts';

describe('a half-year', () => {
  it.each([
    ['2026-01-01', '2026-01-01', '2026-06-30', 'January to June 2026'],
    ['2026-06-30', '2026-01-01', '2026-06-30', 'January to June 2026'],
    ['2026-07-01', '2026-07-01', '2026-12-31', 'July to December 2026'],
    ['2024-12-31', '2024-07-01', '2024-12-31', 'July to December 2024'],
  ])('that holds %s runs from %s to %s', (day, startsOn, endsOn, name) => {
    const half = halfYearOf(day as CalendarDate);
    expect(half).toEqual({ startsOn, endsOn });
    expect(halfYearName(half)).toBe(name);
  });

  it('follows the one before without a gap, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        const half = halfYearOf(addDays('2026-03-05' as CalendarDate, days));
        expect(addDays(halfYearBefore(half).endsOn, 1)).toBe(half.startsOn);
      }),
    );
  });

  it('is asked about in its last two months', () => {
    expect(askedFrom(halfYearOf('2026-02-01' as CalendarDate))).toBe('2026-04-30');
    expect(askedFrom(halfYearOf('2026-08-01' as CalendarDate))).toBe('2026-10-31');
  });
});
