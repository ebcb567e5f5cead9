import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import {
  allTaken,
  dateDecisions,
  dateKey,
  knownAs,
  noneTaken,
  type TakenDates,
  takenRows,
  withDay,
  withRow,
} from './taken-dates.ts';

const named = (...rows: readonly number[]): TakenDates => ({ of: 'named-rows', rows });
const allBut = (...rows: readonly number[]): TakenDates => ({ of: 'all-but', rows });

describe('the dates somebody took', () => {
  it.each<[string, TakenDates, number, boolean, TakenDates]>([
    ['one row is taken', noneTaken, 7, true, named(7)],
    ['another row is taken beside it, in the order of the file', named(7), 3, true, named(3, 7)],
    ['taking twice takes once', named(7), 7, true, named(7)],
    ['a row is taken back', named(3, 7), 3, false, named(7)],
    ['one of all is taken back', allTaken, 7, false, allBut(7)],
    ['and taken again', allBut(7), 7, true, allTaken],
    ['what was not taken can not be taken back', noneTaken, 7, false, noneTaken],
  ])('%s', (_, before, row, take, after) => {
    expect(withRow(before, row, take)).toEqual(after);
    expect(takenRows(after)(row)).toBe(take);
  });

  it('of all, only the rows taken back stay as they are written', () => {
    expect([1, 2, 3].map(takenRows(allBut(2)))).toEqual([true, false, true]);
    expect([1, 2, 3].map(takenRows(noneTaken))).toEqual([false, false, false]);
  });
});

describe('what is used for a date', () => {
  const [proposal, before, typed] = ['2024-05-10', '2024-05-11', '2024-05-12'] as CalendarDate[];
  const date = {
    row: 7,
    field: 'completedOn',
    person: 'Example, Alex',
    number: '0101',
    about: 'CIT',
    text: '?',
  };
  const doubtful = { ...date, proposal };
  const remembered = new Map(before ? [[dateKey({ ...date, knownAs: knownAs(date) }), before]] : []);
  const said = (day: CalendarDate | null | undefined) =>
    withDay(noneTaken, { row: 7, field: 'completedOn', day: day ?? null });

  it.each([
    ['what was said before goes before a proposal taken with others', allTaken, 'remembered'],
    ['what is typed goes before what was said before', said(typed), 'typed'],
    ['what was said before is taken back', said(null), 'left'],
    ['and the proposal used instead', withRow(said(null), 7, true), 'proposal'],
  ])('%s', (_, taken, decided) => {
    expect(dateDecisions(taken, remembered)(doubtful)?.decided).toBe(decided);
  });

  it('another course of the same person with the same text is asked', () => {
    expect(dateDecisions(noneTaken, remembered)({ ...doubtful, about: 'Firearms' })).toBeUndefined();
  });
});
