import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { aName, aRosterRow, type RosterRowFacts } from '../testing/roster-rows.ts';
import { foldPeople } from './roster-people.ts';
import { planRoster, type RosterPlan } from './roster-plan.ts';
import type { StaffId, StaffMember } from './staff-member.ts';

const today = '2025-06-01' as CalendarDate;
const context = { today, fullRoster: true };

const peopleOf = (rows: readonly RosterRowFacts[]) =>
  foldPeople(
    rows.map((row, at) => aRosterRow({ row: at + 2, ...row })),
    today,
  ).people;

let lastId = 0;

const aMember = (facts: RosterRowFacts & Partial<Pick<StaffMember, 'kind' | 'category'>>): StaffMember => {
  const row = aRosterRow(facts);
  lastId += 1;
  return {
    id: `staff-${String(lastId).padStart(6, '0')}` as StaffId,
    name: aName(facts.name ?? 'Quillfeather, Dana'),
    employeeNumber: row.employeeNumber,
    badge: row.badge,
    kind: facts.kind ?? 'sworn',
    category: facts.category,
    rank: row.rank,
    unit: row.unit,
    shift: row.shift,
    email: row.email,
    hiredOn: row.hiredOn,
    separatedOn: row.separatedOn,
  };
};

/** What the agency knows after the plan is carried out. */
const carriedOut = (existing: readonly StaffMember[], plan: RosterPlan): readonly StaffMember[] => {
  const after = new Map(existing.map((member) => [member.id, member]));
  for (const { member, changes } of [...plan.changed, ...plan.returning, ...plan.separated]) {
    after.set(member.id, {
      ...member,
      ...Object.fromEntries(changes.map((change) => [change.field, change.after])),
    });
  }
  const added = plan.added.map(({ facts }): StaffMember => {
    lastId += 1;
    return { id: `staff-${String(lastId).padStart(6, '0')}` as StaffId, ...facts };
  });
  return [...after.values(), ...added];
};

const counts = (plan: RosterPlan) => ({
  added: plan.added.length,
  changed: plan.changed.length,
  unchanged: plan.unchanged.length,
  returning: plan.returning.length,
  separated: plan.separated.length,
  undecided: plan.undecided.length,
  unclear: plan.unclear.length,
});

const none = { added: 0, changed: 0, unchanged: 0, returning: 0, separated: 0, undecided: 0, unclear: 0 };

describe('one person of a roster against one already known', () => {
  const cases: readonly [string, RosterRowFacts, RosterRowFacts, Partial<typeof none>, string?][] = [
    ['the same', { employeeNumber: '7' }, { employeeNumber: '7' }, { unchanged: 1 }],
    [
      'lost leading zeros and capitals',
      { employeeNumber: '007' },
      { employeeNumber: '7', name: 'QUILLFEATHER, DANA' },
      { unchanged: 1 },
    ],
    ['a new rank', { employeeNumber: '7' }, { employeeNumber: '7', rank: 'Sgt' }, { changed: 1 }, 'rank'],
    [
      'a blank rank and unit',
      { employeeNumber: '7', unit: 'Patrol' },
      { employeeNumber: '7', rank: '', unit: '' },
      { unchanged: 1 },
    ],
    [
      'a middle name now given',
      { employeeNumber: '7' },
      { employeeNumber: '7', name: 'Quillfeather, Dana May' },
      { changed: 1 },
      'name',
    ],
    [
      'a middle name now missing',
      { employeeNumber: '7', name: 'Quillfeather, Dana May' },
      { employeeNumber: '7' },
      { unchanged: 1 },
    ],
    [
      'an initial for the given name',
      { employeeNumber: '7' },
      { employeeNumber: '7', name: 'Quillfeather, D.' },
      { unchanged: 1 },
    ],
    [
      'a nickname for the given name',
      { employeeNumber: '7', name: 'Ash, William' },
      { employeeNumber: '7', name: 'Ash, Bill' },
      { unchanged: 1 },
    ],
    [
      'one nickname for another',
      { employeeNumber: '7', name: 'Ash, Bob' },
      { employeeNumber: '7', name: 'Ash, Rob' },
      { unchanged: 1 },
    ],
    [
      'the full name for a nickname',
      { employeeNumber: '7', name: 'Ash, Bill' },
      { employeeNumber: '7', name: 'Ash, William' },
      { changed: 1 },
      'name',
    ],
    [
      'a given name spelled another way',
      { employeeNumber: '7', name: 'Ash, Sara' },
      { employeeNumber: '7', name: 'Ash, Sarah' },
      { changed: 1 },
      'name',
    ],
    [
      'a new number, same hire date',
      { employeeNumber: '7', hiredOn: '2010-01-04' },
      { employeeNumber: '70', hiredOn: '2010-01-04' },
      { changed: 1 },
      'employeeNumber',
    ],
    ['a new number, nothing else agrees', { employeeNumber: '7' }, { employeeNumber: '70' }, { unclear: 1 }],
    [
      'the number of somebody else',
      { employeeNumber: '7' },
      { employeeNumber: '7', name: 'Birch, Tom' },
      { added: 1, separated: 1 },
    ],
    [
      'a married name with number and hire date',
      { employeeNumber: '7', hiredOn: '2010-01-04' },
      { employeeNumber: '7', hiredOn: '2010-01-04', name: 'Birch, Dana' },
      { changed: 1 },
      'name',
    ],
    [
      'another name with number but another hire date',
      { employeeNumber: '7', hiredOn: '2010-01-04' },
      { employeeNumber: '7', hiredOn: '2011-01-04', name: 'Birch, Dana' },
      { added: 1, separated: 1 },
    ],
    [
      'a double family name',
      { employeeNumber: '7' },
      { employeeNumber: '7', name: 'Quillfeather-Birch, Dana' },
      { changed: 1 },
      'name',
    ],
    ['no numbers, another unit', { unit: 'Patrol' }, { unit: 'Traffic' }, { changed: 1 }, 'unit'],
    ['a number where there was none', {}, { employeeNumber: '7' }, { changed: 1 }, 'employeeNumber'],
    [
      'a date of separation',
      { employeeNumber: '7' },
      { employeeNumber: '7', separatedOn: '2025-05-01' },
      { separated: 1 },
      'separatedOn',
    ],
    [
      'a separation still to come',
      { employeeNumber: '7' },
      { employeeNumber: '7', separatedOn: '2025-07-01' },
      { changed: 1 },
      'separatedOn',
    ],
    [
      'a status of retired',
      { employeeNumber: '7' },
      { employeeNumber: '7', status: 'separated' },
      { separated: 1 },
      'separatedOn',
    ],
    [
      'back after leaving',
      { employeeNumber: '7', separatedOn: '2024-01-01' },
      { employeeNumber: '7' },
      { returning: 1 },
      'separatedOn',
    ],
    [
      'left then and left now',
      { employeeNumber: '7', separatedOn: '2024-01-01' },
      { employeeNumber: '7', status: 'separated' },
      { unchanged: 1 },
    ],
  ];

  it.each(cases)('%s', (_, known, row, expected, field) => {
    const plan = planRoster([aMember(known)], peopleOf([row]), context);
    expect(counts(plan)).toEqual({ ...none, ...expected });
    const fields = [...plan.changed, ...plan.returning, ...plan.separated].flatMap(({ changes }) =>
      changes.map((change) => change.field),
    );
    if (field) expect(fields).toEqual([field]);
  });

  it('a married name says what it rests on', () => {
    const known = aMember({ employeeNumber: '7', hiredOn: '2010-01-04' });
    const plan = planRoster(
      [known],
      peopleOf([{ employeeNumber: '7', hiredOn: '2010-01-04', name: 'Birch, Dana' }]),
      context,
    );
    expect(plan.changed[0]?.why).toEqual({ code: 'name-changed', with: 'number' });
  });

  it('what was settled by hand stays until the title changes', () => {
    const known = aMember({ employeeNumber: '7', rank: 'Animal Control Officer', kind: 'sworn' });
    expect(
      counts(
        planRoster([known], peopleOf([{ employeeNumber: '7', rank: 'Animal Control Officer' }]), context),
      ),
    ).toEqual({ ...none, unchanged: 1 });
    const moved = planRoster([known], peopleOf([{ employeeNumber: '7', rank: 'Dispatcher' }]), context);
    expect(moved.changed[0]?.changes.map(({ field, after }) => [field, after])).toEqual([
      ['kind', 'non-sworn'],
      ['category', 'dispatcher'],
      ['rank', 'Dispatcher'],
    ]);
  });
});

describe('a roster against those already known', () => {
  it('who is missing has left only when the roster is full', () => {
    const members = [
      aMember({ name: 'Ash, Mary' }),
      aMember({ name: 'Birch, Tom', separatedOn: '2020-01-01' }),
    ];
    expect(planRoster(members, [], context).separated).toMatchObject([
      { basis: 'missing-from-full-roster', on: today },
    ]);
    expect(counts(planRoster(members, [], { today, fullRoster: false }))).toEqual(none);
  });

  it('namesakes whom nothing tells apart are neither added nor separated', () => {
    const members = [aMember({ name: 'Ash, Mary', unit: 'A' }), aMember({ name: 'Ash, Mary', unit: 'B' })];
    const plan = planRoster(members, peopleOf([{ name: 'Ash, Mary', unit: 'C' }]), context);
    expect(counts(plan)).toEqual({ ...none, unclear: 1 });
    expect(plan.unclear[0]?.candidates.map(({ member }) => member)).toEqual(members);
  });

  it('a new person nobody can tell sworn or not waits for a decision', () => {
    expect(counts(planRoster([], peopleOf([{ rank: 'Widget' }]), context))).toEqual({
      ...none,
      undecided: 1,
    });
  });

  it('people who left are added as such, as of today when the roster does not say when', () => {
    const rows = [
      { name: 'Ash, Mary', separatedOn: '2020-01-01' },
      { name: 'Birch, Tom', status: 'separated' as const },
    ];
    const { added } = planRoster([], peopleOf(rows), context);
    expect(added.map(({ facts }) => facts.separatedOn)).toEqual(['2020-01-01', today]);
  });

  it('the same roster on a later day leaves the day of a departure without a date as it is', () => {
    const people = peopleOf([{ name: 'Birch, Tom', status: 'separated' }]);
    const known = carriedOut([], planRoster([], people, context));
    const later = { today: '2025-08-01' as CalendarDate, fullRoster: true };
    expect(counts(planRoster(known, people, later))).toEqual({ ...none, unchanged: 1 });
  });

  const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
  const somebody = (
    names: readonly string[],
    employeeNumber: string,
    badge: string,
    hiredOn: string,
    email: string,
  ) =>
    fc.record({
      name: oneOf(...names),
      employeeNumber: oneOf('', employeeNumber, `0${employeeNumber}`),
      badge: oneOf('', badge),
      hiredOn: oneOf(undefined, hiredOn),
      email: oneOf('', email),
      rank: oneOf('', 'Officer', 'Sergeant', 'Dispatcher'),
      unit: oneOf('', 'Patrol', 'Traffic'),
      separatedOn: oneOf(undefined, undefined, '2020-01-04'),
    });
  const facts = fc.oneof(
    somebody(['Ash, Mary', 'ASH, MARY J.', 'Ash, M.'], '1', '9', '2010-01-04', 'a@example.org'),
    somebody(['Ash, Mary', 'Ash, Mary B.'], '2', '8', '2012-02-05', 'b@example.org'),
    somebody(['Birch, Tom Jr', 'Birch, Thomas Jr'], '3', '7', '2010-01-04', 'c@example.org'),
    somebody(['Birch, Tom Sr', 'Birch, Thomas'], '4', '9', '2015-01-04', 'd@example.org'),
    somebody(['Ash-Birch, Mary', 'Birch, Mary'], '5', '6', '2016-01-04', 'e@example.org'),
  );
  const lists = fc.array(facts, { maxLength: 9 });
  const mixed = <T>(items: readonly T[], seed: number): readonly T[] =>
    items
      .map((item, at) => ({ item, order: Math.sin(seed + at) }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);

  it('uploading the same file again changes nothing', () => {
    fc.assert(
      fc.property(lists, lists, (before, now) => {
        const start = carriedOut([], planRoster([], peopleOf(before), context));
        const people = peopleOf(now);
        const first = planRoster(start, people, context);
        const again = planRoster(carriedOut(start, first), people, context);
        const { unchanged: _, undecided: __, unclear: ___, ...effects } = counts(again);
        expect(effects).toEqual({ added: 0, changed: 0, returning: 0, separated: 0 });
      }),
      { numRuns: 300 },
    );
  });

  /** People as an agency has them: namesakes and a number handed on among them, every fact always the same. */
  const staff: readonly RosterRowFacts[] = [
    { name: 'Ash, Mary', employeeNumber: '1', badge: '9', hiredOn: '2010-01-04', email: 'a@example.org' },
    { name: 'Ash, Mary', employeeNumber: '2', badge: '8', rank: 'Sergeant', hiredOn: '2011-01-04' },
    { name: 'Ash, Mary B.', employeeNumber: '3', badge: '7', hiredOn: '2012-02-05' },
    { name: 'Birch, Tom Jr', employeeNumber: '4', badge: '9', hiredOn: '2010-01-04' },
    { name: 'Birch, Tom Sr', employeeNumber: '5', hiredOn: '2015-01-04' },
    { name: 'Elm, Robert', hiredOn: '2016-01-04' },
    { name: 'Elm, Bob', employeeNumber: '6', hiredOn: '2017-01-04' },
  ];
  const partOf = (facts: RosterRowFacts) =>
    fc.record({ badge: fc.boolean(), email: fc.boolean(), unit: fc.boolean(), shift: fc.boolean() }).map(
      (given): RosterRowFacts => ({
        ...facts,
        badge: given.badge ? (facts.badge ?? '') : '',
        email: given.email ? (facts.email ?? '') : '',
        unit: given.unit ? 'Patrol' : '',
        shift: given.shift ? 'Night' : '',
      }),
    );
  const agreeing = fc.array(fc.constantFrom(...staff).chain(partOf), { maxLength: 8 });

  it('importing one file and then another equals importing both at once, where they agree', () => {
    const context = { today, fullRoster: false };
    const imported = (known: readonly StaffMember[], rows: readonly RosterRowFacts[]) =>
      carriedOut(known, planRoster(known, peopleOf(rows), context));
    const known = (members: readonly StaffMember[]) =>
      members.map(({ id: _, ...facts }) => JSON.stringify(facts, Object.keys(facts).toSorted())).toSorted();
    fc.assert(
      fc.property(agreeing, agreeing, (one, other) => {
        expect(known(imported(imported([], one), other))).toEqual(known(imported([], [...one, ...other])));
      }),
      { numRuns: 500 },
    );
  });

  it('the order of people and of members never matters', () => {
    fc.assert(
      fc.property(lists, lists, fc.integer(), (before, now, seed) => {
        const members = carriedOut([], planRoster([], peopleOf(before), context));
        const people = peopleOf(now);
        expect(planRoster(mixed(members, seed), mixed(people, seed), context)).toEqual(
          planRoster(members, people, context),
        );
      }),
    );
  });

  it('nobody of the file and nobody known is lost or counted twice', () => {
    fc.assert(
      fc.property(lists, lists, (before, now) => {
        const members = carriedOut([], planRoster([], peopleOf(before), context));
        const people = peopleOf(now);
        const plan = planRoster(members, people, context);
        const planned = [
          ...plan.added,
          ...plan.changed,
          ...plan.unchanged,
          ...plan.returning,
          ...plan.separated,
          ...plan.unclear,
        ]
          .flatMap(({ person }) => (person ? [person] : []))
          .concat(plan.undecided);
        expect(planned.length).toBe(people.length);
        expect(new Set(planned).size).toBe(people.length);
        const touched = [...plan.changed, ...plan.unchanged, ...plan.returning, ...plan.separated].map(
          ({ member }) => member.id,
        );
        expect(new Set(touched).size).toBe(touched.length);
      }),
    );
  });
});
