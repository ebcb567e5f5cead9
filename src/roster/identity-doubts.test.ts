import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { aName, aRosterRow, type RosterRowFacts } from '../testing/roster-rows.ts';
import { IdentityDecisions, writingOf } from './identity-decision.ts';
import { foldPeople } from './roster-people.ts';
import { planRoster } from './roster-plan.ts';
import { countRows, peopleOfPlan, rowsToLookAt } from './rows-to-look-at.ts';
import type { StaffId, StaffMember } from './staff-member.ts';

const today = '2025-06-01' as CalendarDate;

const peopleOf = (rows: readonly RosterRowFacts[]) =>
  foldPeople(
    rows.map((row, at) => aRosterRow({ row: at + 2, ...row })),
    today,
  ).people;

const known = (facts: readonly RosterRowFacts[]): readonly StaffMember[] =>
  facts.map((fact, at) => {
    const { row: _, title: __, status: ___, notes: ____, ...row } = aRosterRow(fact);
    return {
      ...row,
      id: `staff-${at}` as StaffId,
      kind: 'sworn',
      name: aName(fact.name ?? 'Quillfeather, Dana'),
    };
  });

/** What is planned for each of the file's people: `row: what`, with whom they may be and the doubt. */
function planned(
  roster: readonly RosterRowFacts[],
  rows: readonly RosterRowFacts[],
  { fullRoster = false, decisions = new IdentityDecisions() } = {},
): readonly string[] {
  const plan = planRoster(known(roster), peopleOf(rows), { today, fullRoster, decisions });
  const looks = rowsToLookAt(peopleOfPlan(plan), []);
  const doubt = (row: number | undefined) => {
    const codes = looks.flatMap((look) => (look.row === row && look.about === 'match' ? [look.code] : []));
    return codes.length > 0 ? ` (${codes.join()})` : '';
  };
  const line = (what: string, row: number | undefined, who = '') =>
    `${row ?? 'missing'}: ${what}${who && ` ${who}`}${doubt(row)}`;
  return [
    ...plan.added.map(({ person }) => line('new', person.rows[0])),
    ...plan.changed.map(({ person, member }) => line('changed', person.rows[0], member.name.family)),
    ...plan.unchanged.map(({ person, member }) => line('unchanged', person.rows[0], member.name.family)),
    ...plan.separated.map(({ person, member }) => line('leaving', person?.rows[0], member.name.family)),
    ...plan.unclear.map(({ person, candidates }) =>
      line('asked', person.rows[0], candidates.map(({ member }) => member.name.family).join(' or ')),
    ),
  ].toSorted();
}

const amy = { name: 'Adams, Amy', employeeNumber: '1', badge: 'B1', hiredOn: '2010-01-01', unit: 'Patrol' };

describe('somebody whose number is another', () => {
  it('is the same person in a file of everybody that no longer has the former number, and is to be looked at', () => {
    expect(
      planned([amy], [{ ...amy, employeeNumber: '9', badge: 'B9', unit: '' }], { fullRoster: true }),
    ).toEqual(['2: changed Adams (number-changed)']);
  });

  it('is asked about in a file that may list only some', () => {
    expect(planned([amy], [{ ...amy, employeeNumber: '9', badge: 'B9', unit: '' }])).toEqual([
      '2: asked Adams (unclear-person)',
    ]);
  });

  it('is another person when the file still has the former number', () => {
    const another = { ...amy, employeeNumber: '9', badge: 'B9', unit: 'Traffic' };
    expect(planned([amy], [amy, another], { fullRoster: true })).toEqual(['2: unchanged Adams', '3: new']);
  });

  it('keeps being the same person when two have swapped numbers', () => {
    const ben = {
      name: 'Birch, Ben',
      employeeNumber: '2',
      badge: 'B2',
      hiredOn: '2012-02-02',
      unit: 'Patrol',
    };
    const swapped = [
      { ...amy, employeeNumber: '2', badge: 'B2' },
      { ...ben, employeeNumber: '1', badge: 'B1' },
    ];
    expect(planned([amy, ben], swapped)).toEqual([
      '2: changed Adams (number-changed)',
      '3: changed Birch (number-changed)',
    ]);
  });

  it('is asked about, and nobody leaves, when name alone agrees', () => {
    const roster = [{ name: 'Adams, Amy', employeeNumber: '1' }];
    const file = [{ name: 'Adams, Amy', employeeNumber: '9' }];
    expect(planned(roster, file, { fullRoster: true })).toEqual(['2: asked Adams (unclear-person)']);
  });
});

describe('somebody without a number who looks like somebody on the roster', () => {
  const ngozi = { name: 'Okafor, Ngozi A.', badge: '00101', rank: 'Chief', hiredOn: '1998-06-01' };
  it.each<[string, RosterRowFacts, RosterRowFacts, string]>([
    ['an initial and the same hire date', ngozi, { ...ngozi, name: 'Okafor, N.', badge: '' }, 'asked Okafor'],
    ['an initial and the same rank', ngozi, { name: 'Okafor, N.', rank: 'Chief' }, 'asked Okafor'],
    ['an initial and another rank', ngozi, { name: 'Okafor, N.', rank: 'Officer' }, 'new'],
    [
      'an initial and another hire date',
      ngozi,
      { ...ngozi, name: 'Okafor, N.', badge: '', hiredOn: '2020-01-01' },
      'new',
    ],
    ['a nickname', { ...ngozi, name: 'Ash, William' }, { name: 'Ash, Bill', rank: 'Chief' }, 'asked Ash'],
    ['a father', { ...ngozi, name: 'Ash, Tom Sr' }, { name: 'Ash, Tom Jr', rank: 'Chief' }, 'new'],
    [
      'a namesake hired on another day',
      ngozi,
      { ...ngozi, badge: '', hiredOn: '2020-01-01' },
      'asked Okafor',
    ],
  ])('%s', (_, roster, row, expected) => {
    const doubt = expected.startsWith('asked') ? ' (unclear-person)' : '';
    expect(planned([roster], [row])).toEqual([`2: ${expected}${doubt}`]);
  });
});

describe('a number that somebody else has', () => {
  const leo = { name: 'Price, Leo', badge: '00116', hiredOn: '2021-09-09' };

  it('is a new person with a row to look at', () => {
    expect(planned([leo], [{ name: 'Barnes, Amy', badge: '00116' }])).toEqual(['2: new (number-of-another)']);
  });

  it('is nothing to look at when the other has left, or is in the file, too', () => {
    const gone = { ...leo, separatedOn: '2024-01-01' };
    expect(planned([gone], [{ name: 'Barnes, Amy', badge: '00116' }])).toEqual(['2: new']);
    const both = [{ name: 'Barnes, Amy', badge: '00116' }, leo];
    expect(planned([leo], both)).toEqual(['2: new', '3: unchanged Price']);
  });

  it('is asked about when it may be a married name', () => {
    expect(planned([{ ...leo, name: 'Price, Amy' }], [{ name: 'Barnes, Amy', badge: '00116' }])).toEqual([
      '2: asked Price (unclear-person)',
    ]);
  });
});

describe('what somebody said of a writing', () => {
  const ngozi = { name: 'Okafor, Ngozi', badge: '101', rank: 'Chief', hiredOn: '1998-06-01' };
  const written = { name: 'Okafor, N.', rank: 'Chief', hiredOn: '1998-06-01' };
  const said = (says: 'same' | 'another', row: RosterRowFacts) =>
    new IdentityDecisions(
      peopleOf([row]).map((person) => ({ writing: writingOf(person), staff: 'staff-0' as StaffId, says })),
    );

  it('makes them one, without a question', () => {
    expect(planned([ngozi], [written], { decisions: said('same', written) })).toEqual([
      '2: unchanged Okafor',
    ]);
  });

  it('keeps them two', () => {
    expect(planned([ngozi], [written], { decisions: said('another', written) })).toEqual(['2: new']);
  });

  it('holds in the next file however letters and zeros are written', () => {
    const [one, other] = peopleOf([
      { name: 'OKAFOR, N', badge: '0101', hiredOn: '1998-06-01' },
      { name: 'Okafor, N.', badge: '101', hiredOn: '1998-06-01', unit: 'Admin' },
    ]);
    const alone = peopleOf([{ name: 'OKAFOR, N', badge: '0101', hiredOn: '1998-06-01' }])[0] ?? one;
    expect(other).toBeUndefined();
    expect(alone && one && writingOf(alone)).toBe(one && writingOf(one));
  });

  it('undoes a match that seemed sure enough', () => {
    const alike = { ...ngozi, name: 'Okafor, Ngosi' };
    expect(planned([ngozi], [alike])).toEqual(['2: changed Okafor (number-and-alike-name)']);
    expect(planned([ngozi], [alike], { decisions: said('another', alike) })).toEqual(['2: new']);
  });
});

it('each doubt is counted among the rows to look at', () => {
  const plan = planRoster(known([amy]), peopleOf([{ ...amy, employeeNumber: '9', badge: 'B9' }]), {
    today,
    fullRoster: true,
  });
  expect(countRows(rowsToLookAt(peopleOfPlan(plan), []))).toBe(1);
});
