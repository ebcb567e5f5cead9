import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { aRosterRow } from '../testing/roster-rows.ts';
import { foldPeople } from './roster-people.ts';

const today = '2025-06-01' as CalendarDate;
const day = (text: string) => text as CalendarDate;

const fold = (...rows: readonly Parameters<typeof aRosterRow>[0][]) =>
  foldPeople(
    rows.map((row, at) => aRosterRow({ row: at + 2, ...row })),
    today,
  );

const flagsOf = (folded: ReturnType<typeof foldPeople>) =>
  folded.people.map(({ flags }) => flags.map(({ code }) => code));

describe('rows become people', () => {
  it('exact duplicate rows are one person', () => {
    const { people, folded } = fold(
      { name: 'Ash, Mary', employeeNumber: '7' },
      { name: 'Ash, Mary', employeeNumber: '7' },
    );
    expect(people).toHaveLength(1);
    expect(folded).toEqual([{ row: 3, into: 2, code: 'duplicate-row' }]);
  });

  it('one number and one name over several badges is one person, with the latest facts and the earliest hire date', () => {
    const { people } = fold(
      {
        name: 'Ash, Mary',
        employeeNumber: '7',
        badge: 'B1',
        rank: 'Officer',
        unit: 'Patrol',
        hiredOn: '2010-01-04',
        separatedOn: '2015-01-04',
      },
      {
        name: 'ASH, MARY J.',
        employeeNumber: '007',
        badge: 'B2',
        rank: 'Sergeant',
        unit: '',
        hiredOn: '2015-01-05',
      },
    );
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      rows: [2, 3],
      badge: 'B2',
      rank: 'Sergeant',
      unit: 'Patrol',
      hiredOn: '2010-01-04',
      isSeparated: false,
      numbers: ['badge B1', 'badge B2', 'id 7'],
    });
    expect(people[0]?.separatedOn).toBeUndefined();
  });

  it('two names under one number stay two people, both flagged', () => {
    const folded = fold({ name: 'Ash, Mary', badge: '100' }, { name: 'Birch, Tom', badge: '0100' });
    expect(folded.people.map(({ name }) => name.family)).toEqual(['Ash', 'Birch']);
    expect(flagsOf(folded)).toEqual([['number-shared'], ['number-shared']]);
  });

  it.each([
    ['Ash, Robert', 'Ash, Bob', 1],
    ['Ash, R.', 'Ash, Robert', 1],
    ['Ash, Mary', 'Ash-Birch, Mary', 1],
    ['Marrowbone, Dana', 'Marrowbnoe, Dana', 1],
    ['Ash, Tom Jr.', 'Ash, Tom Sr.', 2],
    ['Ash, Mary', 'Birch, Mary', 2],
  ])('under one number, %s and %s are %i', (one, other, count) => {
    expect(
      fold({ name: one, employeeNumber: '7' }, { name: other, employeeNumber: '7' }).people,
    ).toHaveLength(count);
  });

  it('an initial that could be either of two people joins neither', () => {
    const { people } = fold(
      { name: 'Ash, John', employeeNumber: '7' },
      { name: 'Ash, J.', employeeNumber: '7' },
      { name: 'Ash, Jane', employeeNumber: '7' },
    );
    expect(people).toHaveLength(3);
  });

  it('one name under two numbers stays two people', () => {
    const folded = fold(
      { name: 'Ash, Mary', employeeNumber: '7' },
      { name: 'Ash, Mary', employeeNumber: '8' },
    );
    expect(folded.people).toHaveLength(2);
    expect(flagsOf(folded)).toEqual([['same-name'], ['same-name']]);
  });

  it.each([
    ['hire date', { hiredOn: day('2010-01-04') }],
    ['email', { email: 'mash@example.org' }],
  ])('one name under two numbers with the same %s is one person, flagged', (_, fact) => {
    const folded = fold(
      { name: 'Ash, Mary', employeeNumber: '7', ...fact },
      { name: 'Ash, Mary', employeeNumber: '8', ...fact },
    );
    expect(folded.people).toHaveLength(1);
    expect(flagsOf(folded)).toEqual([['several-numbers']]);
  });

  it('one name hired on one day with two emails stays two', () => {
    const hiredOn = '2010-01-04';
    const { people } = fold(
      { name: 'Ash, Mary', employeeNumber: '7', hiredOn, email: 'a@example.org' },
      { name: 'Ash, Mary', employeeNumber: '8', hiredOn, email: 'b@example.org' },
    );
    expect(people).toHaveLength(2);
  });

  it.each([
    ['2025-05-31', undefined, true],
    ['2025-06-01', undefined, true],
    ['2025-06-02', undefined, false],
    [undefined, 'separated', true],
    [undefined, 'employed', false],
  ] as const)('separated on %s with status %s on 2025-06-01: %s', (separatedOn, status, isSeparated) => {
    expect(fold({ name: 'Ash, Mary', separatedOn, status }).people[0]?.isSeparated).toBe(isSeparated);
  });

  it('someone hired after the separation date is back', () => {
    const [person] = fold({ name: 'Ash, Mary', separatedOn: '2015-01-01', hiredOn: '2018-01-01' }).people;
    expect(person).toMatchObject({ isSeparated: false, separatedOn: undefined });
  });

  it('the order of rows never matters', () => {
    const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
    const facts = fc.record({
      name: oneOf(
        'Ash, Mary',
        'Ash, M.',
        'Ash, Mary J.',
        'Birch, Tom',
        'Ash-Birch, Mary',
        'Birch, Thomas',
        'Birch, Tom Jr',
        'Birch, Tom Sr',
      ),
      employeeNumber: oneOf('', '1', '01', '2'),
      badge: oneOf('', '9', '2'),
      rank: oneOf('', 'Officer', 'Sergeant'),
      email: oneOf('', 'a@example.org', 'b@example.org'),
      hiredOn: oneOf(undefined, '2010-01-04', '2012-02-05'),
      separatedOn: oneOf(undefined, '2020-01-04'),
    });
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 9 }), fc.integer(), (list, seed) => {
        const rows = list.map((row, at) => aRosterRow({ row: at + 2, ...row }));
        const mixed = rows
          .map((row, at) => ({ row, order: Math.sin(seed + at) }))
          .sort((a, b) => a.order - b.order)
          .map(({ row }) => row);
        expect(foldPeople(mixed, today)).toEqual(foldPeople(rows, today));
      }),
    );
  });
});
