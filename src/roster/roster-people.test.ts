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

  it.each([
    ['a number', { badge: '9' }, 1],
    ['an email', { email: 'mash@example.org' }, 1],
    ['a hire date', { hiredOn: '2010-01-04' }, 1],
    ['a middle name in full', { name: 'Ash, Mary Jane' }, 1],
    ['a middle initial', { name: 'Ash, Mary J.' }, 2],
    ['rank, unit and shift alone', { unit: 'Patrol', shift: 'Night' }, 2],
  ])('exact duplicates with %s: %j are %i', (_, facts, count) => {
    const row = { name: 'Ash, Mary', rank: 'Officer', ...facts };
    const folded = fold(row, row);
    expect(folded.people).toHaveLength(count);
    expect(flagsOf(folded)).toEqual(count === 1 ? [[]] : [['same-name'], ['same-name']]);
  });

  it.each([
    ['a number', { employeeNumber: '7' }],
    ['an email', { email: 'm@example.org' }],
    ['a hire date', { hiredOn: '2010-01-04' }],
    ['a middle name', { name: 'Ash, Mary Jane' }],
  ])('a row with %s, repeated for every course somebody took, is one person', (_, facts) => {
    const { people, folded } = fold(...Array(200).fill({ name: 'Ash, Mary', ...facts }));
    expect(people).toHaveLength(1);
    expect(folded).toHaveLength(199);
    expect(new Set(folded.map(({ code, into }) => `${code} ${into}`))).toEqual(new Set(['duplicate-row 2']));
  });

  it('someone with very many different rows under one number is one person', () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({
      name: 'Ash, Mary',
      employeeNumber: '7',
      unit: `Beat ${at}`,
    }));
    const { people } = fold(...rows, { name: 'Birch, Tom', employeeNumber: '7' });
    expect(people).toHaveLength(2);
  });

  it('a number that very many names have makes nobody one person', () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({
      name: `Ash${String.fromCharCode(97 + (at % 20))}, Mary`,
      employeeNumber: '7',
      unit: `Beat ${at}`,
    }));
    expect(fold(...rows).people).toHaveLength(200);
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

  const day1 = { hiredOn: '2010-01-04' };
  const day2 = { hiredOn: '2012-02-05' };

  it.each([
    ['a married name, hired on one day', ['Ash, Mary', day1], ['Birch, Mary', day1], 1],
    ['a married name, hired on two days', ['Ash, Mary', day1], ['Birch, Mary', day2], 2],
    ['another given name, hired on one day', ['Ash, Mary Lou', day1], ['Ash, Lou', day1], 1],
    ['nothing alike, hired on one day', ['Ash, Mary', day1], ['Birch, Tom', day1], 2],
    ['a father and a son, hired on one day', ['Ash, Tom Sr', day1], ['Ash, Tom Jr', day1], 2],
    ['a nickname, hired on two days', ['Ash, Robert', day1], ['Ash, Bob', day2], 1],
  ] as const)('under one employee number: %s', (_, [one, first], [other, second], count) => {
    const rows = [
      { name: one, employeeNumber: '7', ...first },
      { name: other, employeeNumber: '007', ...second },
    ];
    const folded = fold(...rows);
    expect(folded.people).toHaveLength(count);
    expect(flagsOf(folded)[0]).toContain(count === 1 ? 'name-varies' : 'number-shared');
  });

  it.each([
    ['the same name on two days, a badge kept', ['Ash, Robert', day1], ['Ash, Robert', day2], 1],
    ['a nickname on one day', ['Ash, Robert', day1], ['Ash, Bob', day1], 1],
    ['another family name on one day', ['Ash, Mary', day1], ['Birch, Mary', day1], 2],
    ['a nickname on two days, a badge handed on', ['Ash, Robert', day1], ['Ash, Bob', day2], 2],
  ] as const)('under one badge without employee numbers: %s', (_, [one, first], [other, second], count) => {
    const folded = fold({ name: one, badge: '100', ...first }, { name: other, badge: '100', ...second });
    expect(folded.people).toHaveLength(count);
  });

  it.each([
    ['nothing else', {}, {}, 1],
    ['one rank and unit', { unit: 'Patrol' }, { unit: 'PATROL' }, 1],
    ['two ranks', { rank: 'Officer' }, { rank: 'Sergeant' }, 2],
    ['two units', { unit: 'Patrol' }, { unit: 'Traffic' }, 2],
    ['two badges', { badge: '1' }, { badge: '2' }, 2],
    [
      'two ranks but one email',
      { rank: 'Officer', email: 'm@example.org' },
      { rank: 'Sergeant', email: 'm@example.org' },
      1,
    ],
  ])('namesakes hired on one day under two employee numbers, with %s', (_, first, second, count) => {
    const folded = fold(
      { name: 'Ash, Mary', employeeNumber: '7', ...day1, ...first },
      { name: 'Ash, Mary', employeeNumber: '8', ...day1, ...second },
    );
    expect(folded.people).toHaveLength(count);
    expect(flagsOf(folded)[0]).toEqual([count === 1 ? 'several-numbers' : 'same-name']);
  });

  it('a row without a rank does not make one person of two whom their ranks tell apart', () => {
    const { people } = fold(
      { name: 'Ash, Mary', employeeNumber: '7', rank: 'Officer', ...day1 },
      { name: 'Ash, Mary', employeeNumber: '8', rank: '', ...day1 },
      { name: 'Ash, Mary', employeeNumber: '9', rank: 'Sergeant', ...day1 },
    );
    expect(people).toHaveLength(3);
  });

  it.each([
    ['number-and-name', { employeeNumber: '7' }, { employeeNumber: '7', badge: '1' }],
    ['name-and-email', { email: 'm@example.org' }, { email: 'm@example.org', badge: '1' }],
    ['name-and-hire-date', day1, { ...day1, badge: '1' }],
  ])('a folded row says why: %s', (why, first, second) => {
    const { folded } = fold({ name: 'Ash, Mary', ...first }, { name: 'Ash, Mary', ...second });
    expect(folded).toEqual([{ row: 3, into: 2, code: 'same-person', why }]);
  });

  it('names alone never make one person, however alike', () => {
    const names = ['Ash, Robert', 'Ash, Bob', 'Ash, R.', 'Ash, Robret', 'Ash-Birch, Robert', 'Robert Ash'];
    expect(fold(...names.map((name) => ({ name }))).people).toHaveLength(names.length);
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

  const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
  const facts = fc.record({
    name: oneOf(
      'Ash, Mary',
      'Ash, M.',
      'Ash, Mary J.',
      'Ash, Mary Jane',
      'Birch, Mary',
      'Birch, Tom',
      'Ash-Birch, Mary',
      'Birch, Thomas',
      'Birch, Tom Jr',
      'Birch, Tom Sr',
    ),
    employeeNumber: oneOf('', '1', '01', '2'),
    badge: oneOf('', '9', '2'),
    rank: oneOf('', 'Officer', 'Sergeant'),
    unit: oneOf('', '', 'Patrol'),
    email: oneOf('', 'a@example.org', 'b@example.org'),
    hiredOn: oneOf(undefined, '2010-01-04', '2012-02-05'),
    separatedOn: oneOf(undefined, '2020-01-04'),
  });
  const repeated = fc
    .tuple(facts, oneOf(1, 1, 2, 70))
    .map(([row, times]): (typeof row)[] => Array(times).fill(row));
  const files = fc
    .array(repeated, { maxLength: 9 })
    .map((groups) => groups.flat().map((row, at) => aRosterRow({ row: at + 2, ...row })));

  it('the order of rows never matters', () => {
    fc.assert(
      fc.property(files, fc.integer(), (rows, seed) => {
        const mixed = rows
          .map((row, at) => ({ row, order: Math.sin(seed + at) }))
          .sort((a, b) => a.order - b.order)
          .map(({ row }) => row);
        expect(foldPeople(mixed, today)).toEqual(foldPeople(rows, today));
      }),
    );
  });

  it('every row is one person’s, or folded into a row of the person it is about', () => {
    fc.assert(
      fc.property(files, (rows) => {
        const { people, folded } = foldPeople(rows, today);
        const firsts = people.map((person) => person.rows[0]);
        expect(
          [...firsts, ...folded.map(({ row }) => row)].toSorted((a, b) => Number(a) - Number(b)),
        ).toEqual(rows.map(({ row }) => row));
        for (const { row, into, code } of folded) {
          const person = people.find((one) => one.rows.includes(into));
          expect(person?.rows.includes(row)).toBe(code === 'same-person');
        }
      }),
    );
  });
});
