import type { CopyValue } from '../database/copying.ts';
import { shownName } from '../person-name/person-name.ts';
import { writingOf } from './identity-decision.ts';
import { type Candidate, reasonsFor } from './identity-doubt.ts';
import { type FieldChange, rankAsWritten, writtenRank } from './member-facts.ts';
import { namedEntry } from './named-entry.ts';
import type { RosterChangeKind } from './roster-import.ts';
import type { RosterPerson } from './roster-person.ts';
import {
  leftWithoutDate,
  type PlannedChange,
  type PlannedSeparation,
  type RosterPlan,
} from './roster-plan.ts';
import type { RowRefusal } from './roster-row.ts';
import { lookCode, matchDoubt, type RowToLookAt } from './rows-to-look-at.ts';
import type { StaffFactSheet, StaffId, StaffMember } from './staff-member.ts';
import { staffValues } from './staff-row.ts';
import { stagedCandidate } from './staged-candidate.ts';

/** One line of a plan, ready to be staged: what happens to whom, with the facts that would hold afterwards. */
export interface ChangeToStage {
  readonly kind: RosterChangeKind;
  readonly row: number | undefined;
  /** All rows that tell of the person. */
  readonly rows: readonly number[];
  readonly staff: StaffId | undefined;
  readonly facts: StaffFactSheet;
  readonly changes: readonly FieldChange[];
  /** Who on the roster the person may be, or was taken for with some doubt. */
  readonly candidates: readonly Candidate[];
  /** How the file writes the person (see `writingOf`), where something may be said about who it is. */
  readonly writing: string | undefined;
  /** How many of the rows somebody should look at. */
  readonly looks: number;
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
  for (const { person, candidates } of plan.unclear)
    yield {
      ...blank,
      ...rowsOf(person),
      ...asked(person, candidates),
      kind: 'unclear',
      facts: shownFacts(person),
    };
  for (const { person, facts, alike } of plan.added)
    yield {
      ...blank,
      ...rowsOf(person),
      ...asked(person, alike),
      kind: 'added',
      facts,
      remark: additionRemark(person),
    };
  for (const change of plan.changed) yield known('changed', change);
  for (const change of plan.returning) yield known('returning', change);
  for (const change of plan.unchanged) yield known('unchanged', change);
  for (const separation of plan.separated) yield leaving(separation);
  for (const person of plan.undecided)
    yield { ...blank, ...rowsOf(person), kind: 'undecided', facts: shownFacts(person), remark: '' };
  for (const { row, code } of refusedRows)
    yield { ...blank, kind: 'refused', row, rows: [row], remark: code };
}

/** The change with everything said that somebody should look at in the rows of its person. */
export function withLooks(
  change: ChangeToStage,
  looks: ReadonlyMap<number, readonly RowToLookAt[]>,
): ChangeToStage {
  if (looks.size === 0) return change;
  const own = change.rows.filter((row) => looks.has(row));
  if (own.length === 0) return change;
  const codes = own.flatMap((row) =>
    (looks.get(row) ?? []).map((look) => (row === change.row ? lookCode(look) : `${lookCode(look)}:${row}`)),
  );
  const remark = [...new Set([change.remark, ...codes])].filter(Boolean).join(' ');
  return { ...change, remark, looks: own.length };
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
    change.writing ?? null,
    change.candidates.length > 0 ? JSON.stringify(change.candidates.map(stagedCandidate)) : null,
    change.looks,
  ];
}

export const nobody: StaffFactSheet = {
  name: { family: '', given: '', middle: '', suffix: '' },
  employeeNumber: '',
  badge: '',
  kind: 'sworn',
  rank: '',
  unit: '',
  shift: '',
  email: '',
};

export const blank = {
  row: undefined,
  rows: [],
  staff: undefined,
  facts: nobody,
  changes: [],
  candidates: [],
  writing: undefined,
  looks: 0,
  remark: '',
};

/** Who it may be, and how the answer is kept for the next file. */
function asked(
  person: RosterPerson,
  candidates: readonly Candidate[],
): Pick<ChangeToStage, 'candidates' | 'writing'> {
  return { candidates, writing: candidates.length > 0 ? writingOf(person) : undefined };
}

/** Who was found, where that may be doubted or was said. */
function askedOfMatch(
  member: StaffMember,
  person: RosterPerson,
  match: Pick<PlannedSeparation, 'why' | 'changes'>,
): Pick<ChangeToStage, 'candidates' | 'writing'> {
  const isOpen = match.why?.code === 'decided' || matchDoubt(match) !== undefined;
  const why = isOpen ? reasonsFor(namedEntry(person), namedEntry(member)) : [];
  return asked(person, isOpen ? [{ member, why }] : []);
}

function known(kind: 'changed' | 'returning' | 'unchanged', change: PlannedChange): ChangeToStage {
  const { member, person, changes } = change;
  return {
    ...blank,
    kind,
    ...rowsOf(person),
    ...askedOfMatch(member, person, change),
    staff: member.id,
    facts: kind === 'unchanged' ? member : factsAfter(member, person, changes),
    changes,
    remark: change.why.code === 'decided' ? 'decided' : '',
  };
}

function leaving(separation: PlannedSeparation): ChangeToStage {
  const { member, person, changes, basis } = separation;
  return {
    ...blank,
    ...(person ? askedOfMatch(member, person, separation) : {}),
    kind: basis === 'missing-from-full-roster' ? 'missing' : 'separated',
    ...rowsOf(person),
    staff: member.id,
    facts: person ? factsAfter(member, person, changes) : withChanges(member, changes),
    changes,
    remark: basis,
  };
}

/** The facts come from this file then, and so does the way in which the rank is written. */
function factsAfter(
  member: StaffFactSheet,
  person: RosterPerson,
  changes: readonly FieldChange[],
): StaffFactSheet {
  const nameWritten = person.nameWritten || (member.nameWritten ?? '');
  return { ...withChanges(member, changes), rankWritten: rankAsWritten(member, person), nameWritten };
}

function withChanges(facts: StaffFactSheet, changes: readonly FieldChange[]): StaffFactSheet {
  return { ...facts, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) };
}

/** What is known of someone who can't be added yet, to show them by. */
export function shownFacts(person: RosterPerson): StaffFactSheet {
  const { name, nameWritten, employeeNumber, badge, rank, unit, shift, email, hiredOn, separatedOn } = person;
  return {
    ...nobody,
    name,
    nameWritten,
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
