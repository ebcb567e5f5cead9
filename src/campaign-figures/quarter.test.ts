import { expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { firstDay, lastDay, parseQuarter, quarterCode, quarterOf, quartersUntil } from './quarter.ts';

it.each([
  ['2026-01-01', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['2024-02-29', '2024-Q1', '2024-01-01', '2024-03-31'],
  ['2026-06-30', '2026-Q2', '2026-04-01', '2026-06-30'],
  ['2026-12-31', '2026-Q4', '2026-10-01', '2026-12-31'],
])('the quarter of %s is %s, from %s to %s', (day, code, first, last) => {
  const quarter = quarterOf(day as CalendarDate);
  expect([quarterCode(quarter), firstDay(quarter), lastDay(quarter)]).toEqual([code, first, last]);
  expect(parseQuarter(code)).toEqual(quarter);
});

it.each(['2026-Q5', '2026-Q0', '1999-Q1', '2026Q1', '', '2026-Q12'])('%s is no quarter', (text) => {
  expect(parseQuarter(text)).toBeUndefined();
});

it('lists quarters back over the turn of the year', () => {
  expect(quartersUntil('2026-02-10' as CalendarDate, 3).map(quarterCode)).toEqual([
    '2026-Q1',
    '2025-Q4',
    '2025-Q3',
  ]);
});
