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
import { lookCode, type RowToLookAt } from './rows-to-look-at.ts';
import type { StaffFactSheet, StaffId } from './staff-member.ts';
import { staffValues } from './staff-row.ts';

/** One line of a plan, ready to be staged: what happens to whom, with the facts that would hold afterwards. */
export interface ChangeToStage {
  readonly kind: RosterChangeKind;
  readonly row: number | undefined;
  /** All rows that tell of the person. */
  readonly rows: readonly number[];
  readonly staff: StaffId | undefined;
  readonly facts: StaffFactSheet;
  readonly changes: readonly FieldChange[];
  /**
   * Codes with a blank between them: why refused, or what a person should look at; `date-guessed:7` when that stands in
   * another row than the first.
   */
  readonly remark: string;
}

/** Everything a plan says, one line a person, and one a row that names nobody. */
export function* changesToStage(
  plan: RosterPlan,
  refusedRows: readonly RowRefusal[],
): Generator<ChangeToStage> {
  for (const { person, facts } of plan.added)
    yield { ...blank, ...rowsOf(person), kind: 'added', facts, remark: additionRemark(person) };
  for (const change of plan.changed) yield known('changed', change);
  for (const change of plan.returning) yield known('returning', change);
  for (const change of plan.unchanged) yield known('unchanged', change);
  for (const separation of plan.separated) yield leaving(separation);
  for (const person of plan.undecided)
    yield { ...blank, ...rowsOf(person), kind: 'undecided', facts: shownFacts(person), remark: '' };
  for (const refusal of plan.refused) yield refusedPerson(refusal);
  for (const { row, code } of refusedRows)
    yield { ...blank, kind: 'refused', row, rows: [row], remark: code };
}

/** The change with everything said that somebody should look at in the rows of its person. */
export function withLooks(
  change: ChangeToStage,
  looks: ReadonlyMap<number, readonly RowToLookAt[]>,
): ChangeToStage {
  if (looks.size === 0) return change;
  const codes = change.rows.flatMap((row) =>
    (looks.get(row) ?? []).map((look) => (row === change.row ? lookCode(look) : `${lookCode(look)}:${row}`)),
  );
  if (codes.length === 0) return change;
  return { ...change, remark: [change.remark, ...new Set(codes)].filter(Boolean).join(' ') };
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

const blank = { row: undefined, rows: [], staff: undefined, facts: nobody, changes: [] };

function known(kind: 'changed' | 'returning' | 'unchanged', change: PlannedChange): ChangeToStage {
  const { member, person, changes } = change;
  return {
    kind,
    ...rowsOf(person),
    staff: member.id,
    facts: kind === 'unchanged' ? member : factsAfter(member, person, changes),
    changes,
    remark: kind === 'unchanged' ? '' : changeRemark(change),
  };
}

/** Why this is the person, when it rests on less than number and name. */
function changeRemark({ why, changes }: PlannedChange): string {
  const isNumberNew = changes.some(({ field, before }) => field === 'employeeNumber' && before !== '');
  if (unsureReasons.has(why.code)) return why.code;
  return isNumberNew ? 'number-changed' : '';
}

const unsureReasons: ReadonlySet<string> = new Set<MatchReason['code']>([
  'number-and-alike-name',
  'name-changed',
]);

function leaving({ member, person, changes, basis }: PlannedSeparation): ChangeToStage {
  return {
    kind: basis === 'missing-from-full-roster' ? 'missing' : 'separated',
    ...rowsOf(person),
    staff: member.id,
    facts: person ? factsAfter(member, person, changes) : withChanges(member, changes),
    changes,
    remark: basis,
  };
}

function refusedPerson(refusal: PlanRefusal): ChangeToStage {
  const { person, code } = refusal;
  return { ...blank, ...rowsOf(person), kind: 'refused', facts: shownFacts(person), remark: code };
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

/** Someone added who has left already is said to have. */
function additionRemark(person: RosterPerson): string {
  return leftWithoutDate(person) ? 'status-in-file' : '';
}

function rowsOf(person: RosterPerson | undefined): Pick<ChangeToStage, 'row' | 'rows'> {
  return { row: person?.rows[0], rows: person?.rows ?? [] };
}

function shown(value: FieldChange['before']): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? shownName(value) : value;
}
