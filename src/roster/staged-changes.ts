import type { CopyValue } from '../database/copying.ts';
import { shownName } from '../person-name/person-name.ts';
import type { MatchReason } from './matching-tiers.ts';
import { type FieldChange, rankAsWritten, writtenRank } from './member-facts.ts';
import type { RosterChangeKind } from './roster-import.ts';
import type { RosterPerson } from './roster-person.ts';
import {
  leftWithoutDate,
  type PlannedChange,
  type PlannedSeparation,
  type PlanRefusal,
  type RosterPlan,
} from './roster-plan.ts';
import type { RowRefusal } from './roster-row.ts';
import type { StaffFactSheet, StaffId } from './staff-member.ts';
import { staffValues } from './staff-row.ts';

/** One line of a plan, ready to be staged: what happens to whom, with the facts that would hold afterwards. */
export interface ChangeToStage {
  readonly kind: RosterChangeKind;
  readonly row: number | undefined;
  readonly staff: StaffId | undefined;
  readonly facts: StaffFactSheet;
  readonly changes: readonly FieldChange[];
  /** Codes with a blank between them: why refused, or what a person should look at. */
  readonly remark: string;
}

/** Everything a plan says, one line a person, and one a row that names nobody. */
export function* changesToStage(
  plan: RosterPlan,
  refusedRows: readonly RowRefusal[],
): Generator<ChangeToStage> {
  for (const { person, facts } of plan.added)
    yield { ...blank, kind: 'added', row: person.rows[0], facts, remark: additionRemark(person) };
  for (const change of plan.changed) yield known('changed', change);
  for (const change of plan.returning) yield known('returning', change);
  for (const change of plan.unchanged) yield known('unchanged', change);
  for (const separation of plan.separated) yield leaving(separation);
  for (const person of plan.undecided)
    yield {
      ...blank,
      kind: 'undecided',
      row: person.rows[0],
      facts: shownFacts(person),
      remark: undecidedRemark(person),
    };
  for (const refusal of plan.refused) yield refusedPerson(refusal);
  for (const { row, code } of refusedRows) yield { ...blank, kind: 'refused', row, remark: code };
}

/** The change with what is odd about its row said beside what is odd about its person. */
export function withNote(change: ChangeToStage, notes: ReadonlyMap<number, string>): ChangeToStage {
  const note = change.row === undefined ? undefined : notes.get(change.row);
  return note ? { ...change, remark: [change.remark, note].filter(Boolean).join(' ') } : change;
}

/** The values of one staged change, in the order of the table's columns. */
export function stagedValues(
  agency: string,
  importId: string,
  place: number,
  change: ChangeToStage,
): readonly CopyValue[] {
  const differences = change.changes.map(({ field, before, after }) => [field, shown(before), shown(after)]);
  return [
    agency,
    importId,
    place,
    change.kind,
    change.row,
    change.staff,
    ...staffValues(change.facts),
    differences.length > 0 ? JSON.stringify(differences) : null,
    change.remark,
  ];
}

const nobody: StaffFactSheet = {
  name: { family: '', given: '', middle: '', suffix: '' },
  employeeNumber: '',
  badge: '',
  kind: 'sworn',
  rank: '',
  unit: '',
  shift: '',
  email: '',
};

const blank = { staff: undefined, facts: nobody, changes: [] };

function known(kind: 'changed' | 'returning' | 'unchanged', change: PlannedChange): ChangeToStage {
  const { member, person, changes } = change;
  return {
    kind,
    row: person.rows[0],
    staff: member.id,
    facts: kind === 'unchanged' ? member : factsAfter(member, person, changes),
    changes,
    remark: kind === 'unchanged' ? flagOf(person) : changeRemark(change),
  };
}

/** Why this is the person, when it rests on less than number and name; and what is odd about them. */
function changeRemark({ person, why, changes }: PlannedChange): string {
  const isNumberNew = changes.some(({ field, before }) => field === 'employeeNumber' && before !== '');
  const basis = unsureReasons.has(why.code) ? why.code : isNumberNew && 'number-changed';
  return [basis, flagOf(person)].filter(Boolean).join(' ');
}

const unsureReasons: ReadonlySet<string> = new Set<MatchReason['code']>([
  'number-and-alike-name',
  'name-changed',
]);

function leaving({ member, person, changes, basis }: PlannedSeparation): ChangeToStage {
  return {
    kind: basis === 'missing-from-full-roster' ? 'missing' : 'separated',
    row: person?.rows[0],
    staff: member.id,
    facts: person ? factsAfter(member, person, changes) : withChanges(member, changes),
    changes,
    remark: basis,
  };
}

function refusedPerson(refusal: PlanRefusal): ChangeToStage {
  const { person, code } = refusal;
  return { ...blank, kind: 'refused', row: person.rows[0], facts: shownFacts(person), remark: code };
}

/** The facts come from this file then, and so does the way in which the rank is written. */
function factsAfter(
  member: StaffFactSheet,
  person: RosterPerson,
  changes: readonly FieldChange[],
): StaffFactSheet {
  return { ...withChanges(member, changes), rankWritten: rankAsWritten(member, person) };
}

function withChanges(facts: StaffFactSheet, changes: readonly FieldChange[]): StaffFactSheet {
  return { ...facts, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) };
}

/** What is known of someone who can't be added yet, to show them by. */
function shownFacts(person: RosterPerson): StaffFactSheet {
  const { name, employeeNumber, badge, rank, unit, shift, email, hiredOn, separatedOn } = person;
  return {
    ...nobody,
    name,
    employeeNumber,
    badge,
    rank,
    rankWritten: writtenRank(person),
    unit,
    shift,
    email,
    hiredOn,
    separatedOn,
  };
}

/** Someone added who has left already is said to have; else what is odd about them. */
function additionRemark(person: RosterPerson): string {
  return [leftWithoutDate(person) ? 'status-in-file' : '', flagOf(person)].filter(Boolean).join(' ');
}

function undecidedRemark({ kind }: RosterPerson): string {
  return kind.kind === 'undecided' ? kind.doubt.code : '';
}

function flagOf({ flags }: RosterPerson): string {
  return flags[0]?.code ?? '';
}

function shown(value: FieldChange['before']): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? shownName(value) : value;
}
