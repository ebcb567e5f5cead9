import { describe, expect, it } from 'vitest';
import { type CalendarDate, calendarDate } from '../calendar/calendar-date.ts';
import { nameKey } from '../person-name/person-name.ts';
import { mergedFactsOf, otherNumbers } from './merged-facts.ts';
import { newsOf } from './merged-member-news.ts';
import { choicesBy, chosenFacts, proposedChoices } from './person-merge.ts';
import { likelySame } from './person-merge-likely.ts';
import type { RosterPerson } from './roster-person.ts';
import { planRoster } from './roster-plan.ts';
import type { StaffFactSheet, StaffId, StaffMember } from './staff-member.ts';
import { staffNumberKeys } from './staff-number.ts';

const today = '2026-06-15' as CalendarDate;

function member(id: string, family: string, given: string, more: Partial<StaffFactSheet> = {}): StaffMember {
  return {
    id: id as StaffId,
    name: { family, given, middle: '', suffix: '' },
    employeeNumber: '',
    badge: '',
    kind: 'sworn',
    rank: 'Officer',
    unit: 'Patrol',
    shift: '',
    email: '',
    ...more,
  };
}

/** The person a file has in one row about somebody, who says of themselves what `facts` says. */
function inFile(row: number, facts: StaffFactSheet, isSeparated = false): RosterPerson {
  const { name, employeeNumber, badge, rank, unit, shift, email, hiredOn, separatedOn } = facts;
  return {
    rows: [row],
    name,
    nameWritten: '',
    nameKey: nameKey(name),
    employeeNumber,
    badge,
    numbers: staffNumberKeys(facts),
    kind: { kind: 'sworn', why: { code: 'kind-stated', text: 'Sworn' } },
    rank,
    title: '',
    unit,
    shift,
    email,
    hiredOn,
    separatedOn,
    isSeparated,
    flags: [],
  };
}

const robin = member('a', 'Marsh', 'Robin', { employeeNumber: '412', rank: 'Sergeant' });
const robyn = member('b', 'Marsh', 'Robyn', { employeeNumber: '777', unit: 'Traffic' });

function merged(rankOf: 'kept' | 'other' = 'kept'): StaffMember {
  const choices = choicesBy((fact) => (fact === 'rank' ? rankOf : 'kept'));
  const chosen = chosenFacts(robin, robyn, choices);
  return { ...chosen, id: robin.id, merged: mergedFactsOf(robin, robyn, chosen) };
}

const planned = (known: readonly StaffMember[], people: readonly RosterPerson[]) =>
  planRoster(known, people, { today, fullRoster: true });

describe('a file about somebody who was merged', () => {
  it('says nothing new while it says of each entry what it said before, whatever was chosen', () => {
    for (const rank of ['kept', 'other'] as const) {
      for (const people of [
        [inFile(2, robin), inFile(3, robyn)],
        [inFile(2, robyn), inFile(3, robin)],
        [inFile(2, robin)],
        [inFile(2, robyn)],
      ]) {
        const plan = planned([merged(rank)], people);
        expect(plan).toMatchObject({ added: [], changed: [], unclear: [], separated: [] });
        expect(plan.unchanged).toHaveLength(1);
        expect(plan.foldedPeople.map(({ person, into }) => [person.rows[0], into.rows[0]])).toEqual(
          people.slice(1).map(() => [3, 2]),
        );
      }
    }
  });

  it('changes a fact that is new in the row of either entry, and then says nothing new again', () => {
    const people = [inFile(2, robin), inFile(3, { ...robyn, unit: 'Harbor' })];
    const plan = planned([merged()], people);
    expect(plan.changed.map(({ changes }) => changes)).toEqual([
      [{ field: 'unit', before: 'Patrol', after: 'Harbor' }],
    ]);
    expect(planned([{ ...merged(), unit: 'Harbor' }], people).changed).toEqual([]);
  });

  it('goes by the row with the number kept when both have news that differ', () => {
    const people = [inFile(2, { ...robyn, unit: 'Harbor' }), inFile(3, { ...robin, unit: 'Airport' })];
    const [change] = planned([merged()], people).changed;
    expect(change?.changes).toEqual([{ field: 'unit', before: 'Patrol', after: 'Airport' }]);
    expect(planned([{ ...merged(), unit: 'Airport' }], people).changed).toEqual([]);
  });

  it('takes back no separation for an old row of somebody who had left under one number', () => {
    const left = { ...robyn, separatedOn: calendarDate(2020, 1, 31) };
    const chosen = chosenFacts(
      robin,
      left,
      choicesBy(() => 'kept'),
    );
    const one: StaffMember = { ...chosen, id: robin.id, merged: mergedFactsOf(robin, left, chosen) };
    expect(planned([one], [inFile(2, left, true)]).separated).toEqual([]);
    expect(planned([one], [inFile(2, robin), inFile(3, left, true)]).unchanged).toHaveLength(1);
    expect(planned([one], [inFile(2, { ...robin, separatedOn: today }, true)]).separated).toHaveLength(1);
  });

  it('tells of an earlier rank once the choice no longer stands', () => {
    const promoted = { ...merged(), rank: 'Lieutenant' };
    expect(newsOf(promoted, [inFile(2, robin)], today).rank).toBe('Sergeant');
    expect(newsOf(merged(), [inFile(2, robin)], today).rank).toBe('');
  });
});

describe('two entries that may be one person', () => {
  it('are proposed by name, number and email, the likeliest first', () => {
    const namesake = member('c', 'Marsh', 'Robin', { employeeNumber: '900' });
    const renamed = member('d', 'Field', 'Robin', { employeeNumber: '0412' });
    const stranger = member('e', 'Sample', 'Jordan', { employeeNumber: '100' });
    const sameDay = { ...robyn, email: 'R.MARSH@elmfork.test' };
    const likely = likelySame({ ...robin, email: 'r.marsh@elmfork.test' }, [
      namesake,
      renamed,
      stranger,
      sameDay,
      robin,
    ]);
    expect(likely.map(({ member: { id } }) => id)).toEqual(['b', 'c', 'd']);
  });

  it('keep the fact of the one who stays, and the other’s where that one has none', () => {
    const proposed = proposedChoices({ ...robin, unit: '' }, { ...robyn, separatedOn: today });
    expect(proposed).toMatchObject({ rank: 'kept', unit: 'other', separatedOn: 'kept' });
  });

  it('leave their numbers known', () => {
    expect(otherNumbers(merged())).toEqual(['777']);
  });
});
