import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { isSentinelDate, readDateText } from './date-text.ts';

const today = '2026-03-05' as CalendarDate;

describe('dates as people and programs write them', () => {
  it.each([
    ['3/5/2024', '2024-03-05'],
    ['03/05/2024', '2024-03-05'],
    ['03-05-24', '2024-03-05'],
    ['3.5.2024', '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024-03-05T00:00:00', '2024-03-05'],
    ['2024-03-05T23:59:59.999Z', '2024-03-05'],
    ['2024-03-05 08:00:00 -05:00', '2024-03-05'],
    ['3/5/2024 12:00:00 AM', '2024-03-05'],
    ['3/5/2024, 1:30 p.m.', '2024-03-05'],
    ['5-Mar-2024', '2024-03-05'],
    ['05-MAR-24', '2024-03-05'],
    ['5 March 2024', '2024-03-05'],
    ['5th of March', undefined],
    ['March 5, 2024', '2024-03-05'],
    ['Mar. 5, 2024', '2024-03-05'],
    ['March 5th, 2024', '2024-03-05'],
    ['Sept 5, 2023', '2023-09-05'],
    ['Tuesday, March 5, 2024', '2024-03-05'],
    ['Tue Mar 05 2024', '2024-03-05'],
    ['\u00A03/5/2024\u00A0', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['25/12/2023', '2023-12-25'],
    ['25.12.2023', '2023-12-25'],
    ['2/29/2024', '2024-02-29'],
    ['2/29/2023', undefined],
    ['13/13/2023', undefined],
    ['0000-00-00', undefined],
    ['0/0/0000', undefined],
    ['3/5', undefined],
    ['3/5/202', undefined],
    ['Marvin 5, 2024', undefined],
    ['Mayor 5 2024', undefined],
    ['40', undefined],
    ['40:00', undefined],
    ['555-0100', undefined],
    ['', undefined],
    ['12345678', undefined],
  ])('%s is %s', (text, date) => {
    expect(readDateText(text, today)?.date).toBe(date);
  });

  it.each([
    ['3/5/26', '2026-03-05', false],
    ['3/6/26', '1926-03-06', true],
    ['3/5/99', '1999-03-05', false],
    ['1-Jan-49', '1949-01-01', false],
  ])('the two-digit year of %s means %s, because nothing was done after today', (text, date, doubtful) => {
    expect(readDateText(text, today)).toEqual({ date, doubtful });
  });

  it.each([
    ['45356', '2024-03-05'],
    ['45356.75', '2024-03-05'],
    ['18264', '1950-01-01'],
    ['18263', undefined],
    ['99999', undefined],
    ['4535', undefined],
  ])('%s reads as the day number of a spreadsheet: %s', (text, date) => {
    expect(readDateText(text, today)).toEqual(date && { date, doubtful: true });
  });

  it.each([
    ['1900-01-01', true],
    ['1899-12-31', true],
    ['1904-01-01', true],
    ['1950-01-01', true],
    ['1970-01-01', true],
    ['9999-12-31', true],
    ['0000-00-00', true],
    ['1950-01-02', false],
    ['2024-01-01', false],
  ])('%s stands for no date: %s', (date, expected) => {
    expect(isSentinelDate(date)).toBe(expected);
  });
});
