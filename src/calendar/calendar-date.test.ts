import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type CalendarDate,
  dayIn,
  daysBetween,
  longDate,
  parseCalendarDate,
} from './calendar-date.ts';

const day = (text: string) => text as CalendarDate;

describe('calendar dates', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', undefined],
    ['2024-13-01', undefined],
    ['24-01-01', undefined],
    ['0050-01-01', '0050-01-01'],
  ])('%s reads as %s', (text, expected) => {
    expect(parseCalendarDate(text)).toBe(expected);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-03-15', 36, '2027-03-15'],
    ['2024-03-31', -1, '2024-02-29'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  it('days are counted across a change of clocks', () => {
    expect(daysBetween(day('2026-03-07'), day('2026-03-09'))).toBe(2);
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
  });

  it('the day depends on the time zone', () => {
    const late = new Date('2026-03-06T03:00:00Z');
    expect(dayIn('America/Chicago', late)).toBe('2026-03-05');
    expect(dayIn('UTC', late)).toBe('2026-03-06');
  });

  it('a long date reads as people write it', () => {
    expect(longDate(day('2026-03-05'))).toBe('March 5, 2026');
  });
});
