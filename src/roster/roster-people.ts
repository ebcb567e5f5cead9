import type { CalendarDate } from '../calendar/calendar-date.ts';
import { likenesses, type NameLikeness } from '../person-name/name-likeness.ts';
import type { DuplicateRow } from './duplicate-rows.ts';
import { type NamedRow, namedEntry } from './named-entry.ts';
import { personFrom, personFromOne } from './person-facts.ts';
import { byRow } from './plan-order.ts';
import type { PersonFlag, RosterPerson } from './roster-person.ts';
import type { RosterRow } from './roster-row.ts';
import { type RowCluster, rowClusters } from './row-clusters.ts';
import type { FoldReason } from './same-person.ts';
import { withSharedFlags } from './shared-flags.ts';

/** A row that added no person of its own: it says the same as another row, or more about the same person. */
export type FoldedRow =
  | DuplicateRow
  | { readonly row: number; readonly into: number; readonly code: 'same-person'; readonly why: FoldReason };

export interface FoldedPeople {
  /** By the first row they stand in. */
  readonly people: readonly RosterPerson[];
  /** By row. */
  readonly folded: readonly FoldedRow[];
}

/**
 * The people behind a roster's rows, decided from number, name, hire date, email and rank together (see
 * `same-person.ts`). Two names under one number stay two people, and so do namesakes whom nothing else makes one. The
 * order of rows never matters.
 */
export function foldPeople(rows: readonly RosterRow[], today: CalendarDate): FoldedPeople {
  const named = rows.toSorted((a, b) => a.row - b.row).map(namedEntry);
  const { alone, clusters, duplicates, shared } = rowClusters(named);
  const people = [
    ...alone.map((row) => personFromOne(row, today)),
    ...clusters.map(({ rows: own }) => withOwnFlags(personFrom(own, today), own)),
  ];
  return {
    people: withSharedFlags(people.sort(byRow), shared),
    folded: [...duplicates, ...clusters.flatMap(foldedInto)].toSorted((a, b) => a.row - b.row),
  };
}

function withOwnFlags(person: RosterPerson, rows: readonly NamedRow[]): RosterPerson {
  if (rows.length === 1) return person;
  const flags = [...varyingName(rows), ...severalNumbers(person)];
  return flags.length === 0 ? person : { ...person, flags };
}

/** How far apart the spellings of one person's name are, when somebody should look. */
function varyingName([first, ...others]: readonly NamedRow[]): readonly PersonFlag[] {
  if (!first) return [];
  const likeness = others
    .map((other): NameLikeness => first.likeness(other) ?? 'family-changed')
    .toSorted((a, b) => likenesses.indexOf(b) - likenesses.indexOf(a))[0];
  if (likeness === undefined || likeness === 'same') return [];
  return [{ code: 'name-varies', likeness, rows: [first, ...others].map(({ item }) => item.row) }];
}

function severalNumbers({ numbers }: RosterPerson): readonly PersonFlag[] {
  const ids = numbers.filter((number) => number.startsWith('id ')).map((number) => number.slice(3));
  return ids.length > 1 ? [{ code: 'several-numbers', numbers: ids }] : [];
}

function foldedInto({ rows: [into, ...others], reasons }: RowCluster): readonly FoldedRow[] {
  if (!into) return [];
  return others.map((other) => ({
    row: other.item.row,
    into: into.item.row,
    code: 'same-person',
    why: reasons.get(other) ?? 'number-and-name',
  }));
}
