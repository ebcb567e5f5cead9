import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { aRosterRow, type RosterRowFacts } from '../testing/roster-rows.ts';
import { foldPeople } from './roster-people.ts';
import { planRoster } from './roster-plan.ts';
import { peopleOfPlan, rowsToLookAt } from './rows-to-look-at.ts';
import type { StaffId } from './staff-member.ts';
import { changesToStage, withLooks } from './staged-changes.ts';

const today = '2025-06-01' as CalendarDate;

const remarkOn = (row: RosterRowFacts, known?: RosterRowFacts) => {
  const { kind: _, ...facts } = aRosterRow(known);
  const existing = known ? [{ ...facts, kind: 'sworn' as const, id: 'staff-1' as StaffId }] : [];
  const { people } = foldPeople([aRosterRow(row)], today);
  const plan = planRoster(existing, people, { today, fullRoster: false });
  const looks = Map.groupBy(rowsToLookAt(peopleOfPlan(plan), []), (look) => look.row);
  return [...changesToStage(plan, [])]
    .map((change) => withLooks(change, looks))
    .map(({ kind, remark }) => `${kind}: ${remark}`);
};

const hiredOn = '2010-01-04';

describe('the remark on a planned change', () => {
  it.each<[string, RosterRowFacts, RosterRowFacts, string]>([
    ['number and name', { employeeNumber: '7' }, { employeeNumber: '7', unit: 'Patrol' }, 'changed: '],
    [
      'number and nickname',
      { employeeNumber: '7', name: 'Ash, Robert' },
      { employeeNumber: '7', name: 'Ash, Bob', unit: 'Patrol' },
      'changed: number-and-alike-name',
    ],
    [
      'number and hire date, but another name',
      { employeeNumber: '7', name: 'Ash, Mary', hiredOn },
      { employeeNumber: '7', name: 'Birch, Mary', hiredOn },
      'changed: name-changed',
    ],
    [
      'name and hire date, but another number',
      { employeeNumber: '7', hiredOn },
      { employeeNumber: '8', hiredOn },
      'changed: number-changed',
    ],
    [
      'a number where there was none',
      { employeeNumber: '', hiredOn },
      { employeeNumber: '8', hiredOn },
      'changed: ',
    ],
  ])('that rests on %s', (_, known, row, expected) => {
    expect(remarkOn(row, known)).toEqual([expected]);
  });

  it('says that somebody new has left already', () => {
    expect(remarkOn({ status: 'separated' })).toEqual(['added: status-in-file']);
  });
});
