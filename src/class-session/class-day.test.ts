import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type ClassDay, hoursOfDays, shownTime, typedTime } from './class-day.ts';

const from = (startsAt: string, endsAt: string): ClassDay => ({
  day: '2026-03-02' as CalendarDate,
  startsAt,
  endsAt,
});

describe('the hours that each day of a class stands for', () => {
  it('are eight of forty on each of five days from 8 to 5', () => {
    expect(hoursOfDays(40, Array(5).fill(from('08:00', '17:00')))).toEqual([8, 8, 8, 8, 8]);
  });

  it('are shared out by the length of the days', () => {
    expect(hoursOfDays(12, [from('08:00', '16:00'), from('08:00', '12:00')])).toEqual([8, 4]);
  });

  it('add up to the hours of the course, whatever the days', () => {
    const day = fc
      .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 12, max: 23 }))
      .map(([one, other]) => from(`${String(one).padStart(2, '0')}:00`, `${other}:30`));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.array(day, { minLength: 1, maxLength: 20 }),
        (hundredths, days) => {
          const sum = hoursOfDays(hundredths / 100, days).reduce(
            (total, hours) => total + Math.round(hours * 100),
            0,
          );
          expect(sum).toBe(hundredths);
        },
      ),
    );
  });
});

describe('a time', () => {
  it.each([
    ['08:00', '08:00'],
    ['8:00 AM', '08:00'],
    ['8 am', '08:00'],
    ['12 am', '00:00'],
    ['12:30 p.m.', '12:30'],
    ['1 PM', '13:00'],
    ['1330', '13:30'],
    ['800', '08:00'],
  ])('%s is read as %s', (text, time) => {
    expect(typedTime(text)).toBe(time);
  });

  it.each(['', 'noon', '25:00', '13 pm', '8:75', '0 am'])('%s is none', (text) => {
    expect(typedTime(text)).toBeUndefined();
  });

  it('is shown with AM and PM', () => {
    expect(['00:05', '08:00', '12:00', '17:30'].map(shownTime)).toEqual([
      '12:05 AM',
      '8:00 AM',
      '12:00 PM',
      '5:30 PM',
    ]);
  });
});
