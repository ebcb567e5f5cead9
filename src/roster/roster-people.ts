import type { CalendarDate } from '../calendar/calendar-date.ts';
import { foldedLikeness, foldName, likenesses } from '../person-name/name-likeness.ts';
import { nameKey } from '../person-name/person-name.ts';
import { compareText, personFrom, rowContent } from './person-facts.ts';
import type { PersonFlag, RosterPerson } from './roster-person.ts';
import type { RosterRow } from './roster-row.ts';
import { rowClusters } from './row-clusters.ts';
import { withSharedFlags } from './shared-flags.ts';

/** A row that added no person of its own: it says the same as another row, or more about the same person. */
export interface FoldedRow {
  readonly row: number;
  readonly into: number;
  readonly code: 'duplicate-row' | 'same-person';
}

export interface FoldedPeople {
  /** By family name, given name, then number. */
  readonly people: readonly RosterPerson[];
  /** By row. */
  readonly folded: readonly FoldedRow[];
}

/**
 * The people behind a roster's rows. One number with one name is one person; two names under one number stay two;
 * one name under two numbers is one person only when email or hire date agree. The order of rows never matters.
 */
export function foldPeople(rows: readonly RosterRow[], today: CalendarDate): FoldedPeople {
  const { distinct, duplicates } = withoutDuplicates(rows);
  const clusters = rowClusters(distinct);
  const people = inOrder(clusters.map((own) => withOwnFlags(personFrom(own, today), own)));
  return {
    people: withSharedFlags(people),
    folded: [...duplicates, ...clusters.flatMap(foldedInto)].toSorted((a, b) => a.row - b.row),
  };
}

function withoutDuplicates(rows: readonly RosterRow[]) {
  const duplicates: FoldedRow[] = [];
  const firsts = new Map<string, RosterRow>();
  for (const row of rows.toSorted((a, b) => a.row - b.row)) {
    const content = rowContent(row);
    const first = firsts.get(content);
    if (first) duplicates.push({ row: row.row, into: first.row, code: 'duplicate-row' });
    else firsts.set(content, row);
  }
  return { distinct: [...firsts.values()], duplicates };
}

function withOwnFlags(person: RosterPerson, rows: readonly RosterRow[]): RosterPerson {
  if (rows.length === 1) return person;
  const flags = [...varyingName(rows), ...severalNumbers(person)];
  return flags.length === 0 ? person : { ...person, flags };
}

/** How far apart the spellings of one person's name are, when somebody should look. */
function varyingName(rows: readonly RosterRow[]): readonly PersonFlag[] {
  const [first, ...others] = rows.map(({ name }) => foldName(name));
  if (!first) return [];
  const ranks = others.map((other) => foldedLikeness(first, other) ?? 'same');
  const [furthest] = ranks.toSorted((a, b) => likenesses.indexOf(b) - likenesses.indexOf(a));
  if (furthest === undefined || furthest === 'same') return [];
  return [{ code: 'name-varies', likeness: furthest, rows: rowNumbers(rows) }];
}

function severalNumbers({ numbers }: RosterPerson): readonly PersonFlag[] {
  const ids = numbers.filter((number) => number.startsWith('id ')).map((number) => number.slice(3));
  return ids.length > 1 ? [{ code: 'several-numbers', numbers: ids }] : [];
}

function foldedInto(rows: readonly RosterRow[]): readonly FoldedRow[] {
  const [into, ...others] = rowNumbers(rows);
  return into === undefined ? [] : others.map((row) => ({ row, into, code: 'same-person' as const }));
}

function rowNumbers(rows: readonly RosterRow[]): readonly number[] {
  return rows.map(({ row }) => row).toSorted((a, b) => a - b);
}

/** By family name, given name and number. */
function inOrder(people: readonly RosterPerson[]): readonly RosterPerson[] {
  return people
    .map((person) => ({ person, key: `${nameKey(person.name)}|${person.numbers.join(' ')}` }))
    .sort((a, b) => compareText(a.key, b.key) || (a.person.rows[0] ?? 0) - (b.person.rows[0] ?? 0))
    .map(({ person }) => person);
}
