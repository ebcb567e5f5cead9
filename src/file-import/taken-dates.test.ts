import { describe, expect, it } from 'vitest';
import { allTaken, noneTaken, type TakenDates, takenRows, withRow } from './taken-dates.ts';

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
