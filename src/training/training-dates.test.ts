import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { cellFromText } from '../spreadsheet/cell.ts';
import { noteSentence } from './training-content.ts';
import { readTrainingDay } from './training-dates.ts';

const today = '2026-03-05' as CalendarDate;
const completed = (text: string) => readTrainingDay(cellFromText(text), 'completedOn', { today });

describe('a completion date', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['3/5/2024', '2024-03-05'],
    ['3/5/26', '2026-03-05'],
    ['3/6/2026', '2026-03-06'],
    ['5-Mar-99', '1999-03-05'],
  ])('%s is %s', (text, date) => {
    expect(completed(text)).toEqual({ date });
  });

  it.each([[''], ['N/A'], ['1/1/1950'], ['1970-01-01'], ['1/1/1900'], ['0000-00-00'], ['#N/A'], ['--']])(
    '“%s” says nothing',
    (text) => {
      expect(completed(text)).toEqual({});
    },
  );

  it.each([
    ['3/6/26', 'century', undefined],
    ['1/5/2042', 'too-late', '2024-01-05'],
    ['2O24-01-05', 'not-a-date', '2024-01-05'],
    ['3/4/2024 - 3/8/2024', 'several-dates', '2024-03-08'],
    ['02/30/2024', 'no-such-day', undefined],
    ['7/4/1925', 'too-early', undefined],
  ])('%s is kept as written, in doubt (%s), with what it may mean: %s', (text, why, proposal) => {
    const { date, note } = completed(text);
    expect(date).toBeUndefined();
    expect(note).toEqual({
      code: 'date-unreadable',
      field: 'completedOn',
      text,
      why,
      ...(proposal && { proposal }),
    });
  });

  it('the number a spreadsheet keeps for a day is taken for it, and noted', () => {
    const { date, note } = completed('45356');
    expect(date).toBe('2024-03-05');
    expect(note && noteSentence(note)).toBe(
      'The completion date “45356” was read as March 5, 2024. Correct it if that is wrong.',
    );
  });
});

describe('an end of validity', () => {
  it.each([
    ['3/5/29', '2029-03-05'],
    ['3/5/2029', '2029-03-05'],
    ['3/5/24', '2024-03-05'],
  ])('%s is %s', (text, date) => {
    expect(readTrainingDay(cellFromText(text), 'expiresOn', { today })).toEqual({ date });
  });
});

describe('what is said about a doubtful day', () => {
  it.each([
    ['3/6/26', 'The completion date “3/6/26” may belong to either century. Enter the year with four digits.'],
    [
      '2O24-01-05',
      'The completion date “2O24-01-05” is not a date we can use. It may mean January 5, 2024. Correct it.',
    ],
    [
      '3/4/2024 - 3/8/2024',
      'The completion date “3/4/2024 - 3/8/2024” names several days. It may mean March 8, 2024. Enter the day the class ended.',
    ],
  ])('%s', (text, sentence) => {
    const { note } = completed(text);
    expect(note && noteSentence(note)).toBe(sentence);
  });
});
