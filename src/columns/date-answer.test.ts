import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { cellFromText } from '../spreadsheet/cell.ts';
import type { Cell } from '../spreadsheet/sheet.ts';
import { readDateCell } from './date-answer.ts';
import { dateOrderOf } from './date-order.ts';

const day = (text: string) => text as CalendarDate;
const today = day('2026-03-05');
const answer = (text: string) => readDateCell(cellFromText(text), { today });
const dateCell = (date: string): Cell => ({ kind: 'date', text: date, date: day(date) });

describe('a cell of a column of dates', () => {
  it.each([
    ['3/5/2024', '2024-03-05'],
    ['2024-03-05 00:00:00', '2024-03-05'],
    ['5-Mar-24', '2024-03-05'],
    ['\u00A03/5/26', '2026-03-05'],
    ['3/5/99', '1999-03-05'],
    ['25/12/2023', '2023-12-25'],
  ])('%s is the day %s', (text, date) => {
    expect(answer(text)).toEqual({ kind: 'date', date });
  });

  it.each([
    ['', 'blank'],
    ['  ', 'blank'],
    ['#N/A', 'error'],
    ['N/A', 'says-none'],
    ['Unknown', 'says-none'],
    ['Present', 'says-none'],
    ['--', 'says-none'],
    ['00/00/0000', 'says-none'],
    ['0000-00-00', 'says-none'],
    ['1/1/1900', 'sentinel'],
    ['1899-12-30', 'sentinel'],
    ['12/31/9999', 'sentinel'],
    ['1/1/1950', 'sentinel'],
    ['0001-01-01T00:00:00', 'sentinel'],
  ])('%j is missing: %s', (text, why) => {
    expect(answer(text)).toEqual({ kind: 'missing', why });
  });

  it.each<[string, string, string | undefined]>([
    ['02/30/2024', 'no-such-day', undefined],
    ['13/45/2020', 'no-such-day', undefined],
    ['6/31/2024', 'no-such-day', undefined],
    ['2024-13-05', 'no-such-day', '2024-05-13'],
    ['2O24-01-05', 'not-a-date', '2024-01-05'],
    ['l/5/2024', 'not-a-date', '2024-01-05'],
    ['O1/O5/2O24', 'not-a-date', '2024-01-05'],
    ['1/5/20244', 'not-a-date', '2024-01-05'],
    ['1/5/22024', 'not-a-date', '2024-01-05'],
    ['1/055/2024', 'not-a-date', '2024-01-05'],
    ['1//5/2024', 'not-a-date', '2024-01-05'],
    ['1/5/ 2024', 'not-a-date', '2024-01-05'],
    ['1-5/2024', 'not-a-date', '2024-01-05'],
    ['1/5/2024.', 'not-a-date', '2024-01-05'],
    ['01052024', 'not-a-date', '2024-01-05'],
    ['1052024', 'not-a-date', '2024-01-05'],
    ['01/052024', 'not-a-date', '2024-01-05'],
    ['Febuary 3, 2024', 'not-a-date', '2024-02-03'],
    ['Marhc 5 2025', 'not-a-date', '2025-03-05'],
    ['3 Septmber 2023', 'not-a-date', '2023-09-03'],
    ['1/5/2042', 'too-late', '2024-01-05'],
    ['1/5/0224', 'sentinel', undefined],
    ['1/5/2104', 'too-late', '2014-01-05'],
    ['7/4/2029', 'too-late', undefined],
    ['7/4/1920', 'too-early', undefined],
    ['3/6/26', 'century', undefined],
    ['45356', 'day-number', '2024-03-05'],
    ['3/4/2024 - 3/8/2024', 'several-dates', '2024-03-08'],
    ['3/4-3/8/2024', 'several-dates', '2024-03-08'],
    ['2024-03-04 to 2024-03-08', 'several-dates', '2024-03-08'],
    ['March 4-8, 2024', 'several-dates', '2024-03-08'],
    ['March 2024', 'not-a-date', undefined],
    ['1/5/202', 'not-a-date', undefined],
    ['1/5/20124', 'not-a-date', undefined],
    ['see file', 'not-a-date', undefined],
    ['Mayor 5 2024', 'not-a-date', undefined],
    ['555-0100', 'not-a-date', undefined],
  ])('%s is doubtful (%s), and means perhaps %s', (text, why, proposal) => {
    if (why === 'sentinel') expect(answer(text)).toEqual({ kind: 'missing', why });
    else expect(answer(text)).toEqual({ kind: 'doubtful', text, why, ...(proposal && { proposal }) });
  });

  it('a typed date is held to the same bounds', () => {
    expect(readDateCell(dateCell('2019-03-05'), { today })).toEqual({ kind: 'date', date: '2019-03-05' });
    expect(readDateCell(dateCell('1900-01-01'), { today })).toEqual({ kind: 'missing', why: 'sentinel' });
    expect(readDateCell(dateCell('2042-01-05'), { today })).toMatchObject({
      why: 'too-late',
      proposal: '2024-01-05',
    });
    expect(readDateCell(dateCell('2068-01-05'), { today })).toMatchObject({
      why: 'too-late',
      proposal: '1968-01-05',
    });
  });

  it('an expiry may lie ahead', () => {
    const latest = day('2046-03-05');
    expect(readDateCell(cellFromText('7/4/29'), { today, latest })).toEqual({
      kind: 'date',
      date: '2029-07-04',
    });
  });

  it('never lies after the last day that can be meant, whatever is written', () => {
    const part = fc.stringMatching(/^[0-9OlISB]{1,5}$/);
    const text = fc
      .tuple(part, fc.constantFrom('/', '-', '.', ' ', ''), part, part)
      .map(([a, by, b, c]) => [a, b, c].join(by));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ maxLength: 20 })), (written) => {
        const read = answer(written);
        const found = read.kind === 'date' ? read.date : read.kind === 'doubtful' ? read.proposal : undefined;
        expect(found === undefined || (found <= today && found >= '1940-01-01')).toBe(true);
        if (read.kind === 'doubtful') expect(read.text).toBe(cellFromText(written).text);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the order of day and month in a column', () => {
  it.each([
    [['3/5/2024', '12/25/2023'], 'month-first'],
    [['3/5/2024', '25/12/2023', '31/1/2024'], 'day-first'],
    [['3/5/2024', '25/12/2023'], 'mixed'],
    [['3/5/2024', '25/12/2023', '25/12/2023'], 'mixed'],
    [['25/12/2023', '12/25/2023'], 'mixed'],
    [['25/12/2023', '26/12/2023', '27/12/2023', '12/25/2023'], 'mixed'],
    [['25/12/2023', ...Array.from({ length: 10 }, (_, at) => `12/${at + 13}/2023`)], 'month-first'],
    [['25/12/2023', ...Array.from({ length: 9 }, (_, at) => `12/${at + 13}/2023`)], 'mixed'],
    [['45/12/2023', '12/45/2023'], undefined],
    [['3/5/2024', '4/6/2024'], undefined],
    [['2024-12-25'], undefined],
  ])('of %j is %s', (texts, order) => {
    expect(dateOrderOf(texts.map(cellFromText))).toBe(order);
  });

  it('decides what a day means, and says when it cannot', () => {
    const read = (text: string, order: 'day-first' | 'mixed') =>
      readDateCell(cellFromText(text), { today, order });
    expect(read('3/5/2024', 'day-first')).toEqual({ kind: 'date', date: '2024-05-03' });
    expect(read('12/25/2023', 'day-first')).toEqual({ kind: 'date', date: '2023-12-25' });
    expect(read('3/5/2024', 'mixed')).toEqual({
      kind: 'doubtful',
      text: '3/5/2024',
      why: 'either-order',
      proposal: '2024-03-05',
    });
    expect(read('5/5/2024', 'mixed')).toEqual({ kind: 'date', date: '2024-05-05' });
    expect(read('25/12/2023', 'mixed')).toEqual({ kind: 'date', date: '2023-12-25' });
  });
});
