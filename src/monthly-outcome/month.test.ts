import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { baselineBefore, isShowable, shownMonths } from './baseline.ts';
import { lastDayOf, type Month, monthAfter, monthSpan, monthsFrom, parseMonth } from './month.ts';
import { monthInText } from './month-text.ts';

const month = (text: string) => text as Month;

describe('months', () => {
  it.each([
    ['2025-03', '2025-03'],
    ['2025-13', undefined],
    ['1999-12', undefined],
    ['2025-3', undefined],
  ])('%s is the month %s', (text, expected) => {
    expect(parseMonth(text)).toBe(expected);
  });

  it('follow each other over the end of a year', () => {
    expect(monthAfter(month('2024-12'))).toBe('2025-01');
    expect(monthsFrom(month('2024-11'), month('2025-02'))).toEqual([
      '2024-11',
      '2024-12',
      '2025-01',
      '2025-02',
    ]);
    expect(monthsFrom(month('2025-02'), month('2025-01'))).toEqual([]);
    expect(lastDayOf(month('2024-02'))).toBe('2024-02-29');
  });

  it.each([
    ['2025-01', '2025-03', 'January to March 2025'],
    ['2024-12', '2025-03', 'December 2024 to March 2025'],
    ['2025-03', '2025-03', 'March 2025'],
  ])('%s to %s read as %s', (first, last, words) => {
    expect(monthSpan(month(first), month(last))).toBe(words);
  });

  it.each([
    ['2025-03', '2025-03'],
    ['3/2025', '2025-03'],
    ['Mar-25', '2025-03'],
    ['Sept. 2025', '2025-09'],
    ['March 2025', '2025-03'],
    ['2025 March', '2025-03'],
    ['202503', '2025-03'],
    ['Ma 2025', undefined],
    ['Total', undefined],
    ['13/2025', undefined],
  ])('in a file %s is %s', (text, expected) => {
    expect(monthInText(text)).toBe(expected);
  });
});

describe('the baseline', () => {
  const today = '2026-03-05' as CalendarDate;

  it('is the twelve months before the one the pledge was taken in', () => {
    expect(baselineBefore('2025-01-15' as CalendarDate)).toEqual({ first: '2024-01', last: '2024-12' });
    expect(baselineBefore('2025-01-31' as CalendarDate)).toEqual(
      baselineBefore('2025-01-01' as CalendarDate),
    );
  });

  it('is where the chart begins, up to the last month that is over, as far as there is room', () => {
    expect(shownMonths({ first: month('2024-01'), last: month('2024-12') }, today)).toEqual({
      first: '2024-01',
      last: '2026-02',
    });
    expect(shownMonths({ first: month('2015-01'), last: month('2015-12') }, today)).toEqual({
      first: '2022-03',
      last: '2026-02',
    });
    expect(shownMonths(undefined, today)).toEqual({ first: '2025-03', last: '2026-02' });
    expect(isShowable(month('2022-03'), month('2026-02'))).toBe(true);
    expect(isShowable(month('2022-02'), month('2026-02'))).toBe(false);
  });
});
