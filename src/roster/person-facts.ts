import type { CalendarDate } from '../calendar/calendar-date.ts';
import { foldWord } from '../person-name/name-folding.ts';
import { nameKey, type PersonName } from '../person-name/person-name.ts';
import type { NamedRow } from './named-entry.ts';
import type { RosterPerson } from './roster-person.ts';
import type { RosterRow } from './roster-row.ts';

/** The person of a single row. */
export function personFromOne({ item: row, nameKey, numbers }: NamedRow, today: CalendarDate): RosterPerson {
  const { name, nameWritten, employeeNumber, badge, kind } = row;
  const { rank, title, unit, shift, email, hiredOn, separatedOn } = row;
  return {
    rows: [row.row],
    name,
    nameWritten,
    nameKey,
    employeeNumber,
    badge,
    numbers,
    kind,
    rank,
    title,
    unit,
    shift,
    email,
    hiredOn,
    separatedOn: isRehired(row) ? undefined : separatedOn,
    isSeparated: hasLeft(row, today),
    flags: [],
  };
}

/** Rows of one person become the person: the latest facts win, a blank never erases, the earliest hire date stays. */
export function personFrom(rows: readonly NamedRow[], today: CalendarDate): RosterPerson {
  const latestFirst = rows.toSorted((a, b) => compareRecency(a.item, b.item, today));
  const [latest] = latestFirst;
  if (!latest) throw new Error('A person is made of at least one row.');
  const told = (
    field: 'nameWritten' | 'employeeNumber' | 'badge' | 'rank' | 'title' | 'unit' | 'shift' | 'email',
  ) => latestFirst.find(({ item }) => item[field] !== '')?.item[field] ?? '';
  const name = fullestName(latestFirst.map(({ item }) => item.name));
  return {
    ...personFromOne(latest, today),
    rows: rows.map(({ item }) => item.row).sort((a, b) => a - b),
    name,
    nameWritten: told('nameWritten'),
    nameKey: nameKey(name),
    employeeNumber: told('employeeNumber'),
    badge: told('badge'),
    numbers: [...new Set(rows.flatMap(({ numbers }) => numbers))].sort(),
    kind: (latestFirst.find(({ item }) => item.kind.kind !== 'undecided') ?? latest).item.kind,
    rank: told('rank'),
    title: told('title'),
    unit: told('unit'),
    shift: told('shift'),
    email: told('email'),
    hiredOn: earliest(rows.map(({ item }) => item.hiredOn)),
  };
}

/** Left by date, or by status where no date is given; a hire after the separation is a return. */
export function hasLeft(row: RosterRow, today: CalendarDate): boolean {
  if (row.separatedOn === undefined || isRehired(row)) return row.status === 'separated';
  return row.separatedOn <= today;
}

function isRehired({ hiredOn, separatedOn, status }: RosterRow): boolean {
  return (
    status !== 'separated' && hiredOn !== undefined && separatedOn !== undefined && hiredOn > separatedOn
  );
}

/** Still on staff before left, later dates before earlier; ties by content, so that the order of rows never matters. */
function compareRecency(a: RosterRow, b: RosterRow, today: CalendarDate): number {
  return (
    Number(hasLeft(a, today)) - Number(hasLeft(b, today)) ||
    compareText(b.separatedOn ?? '9999', a.separatedOn ?? '9999') ||
    compareText(b.hiredOn ?? '', a.hiredOn ?? '') ||
    compareText(rowContent(a), rowContent(b)) ||
    a.row - b.row
  );
}

/** Everything a row says but its place: two rows with the same content are exact duplicates. */
export function rowContent(row: RosterRow): string {
  const { name, kind, employeeNumber, badge, rank, title, unit, shift, email, hiredOn, separatedOn, status } =
    row;
  const { family, given, middle, suffix } = name;
  const work = kind.kind === 'non-sworn' ? kind.category : kind.kind;
  return [
    family,
    given,
    middle,
    suffix,
    row.nameWritten,
    work,
    employeeNumber,
    badge,
    rank,
    title,
    unit,
    shift,
    email,
    hiredOn,
    separatedOn,
    status,
  ].join('\n');
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The latest name, but a given name before its initial, and with the middle name and suffix that some row gives. */
function fullestName(names: readonly PersonName[]): PersonName {
  const [first] = names;
  if (!first) throw new Error('A person is made of at least one row.');
  const base = names.find(({ given }) => foldWord(given).length > 1) ?? first;
  const alike = names.filter(
    (name) => foldWord(name.family) === foldWord(base.family) && agrees(name.given, base.given),
  );
  return {
    family: base.family,
    given: base.given,
    middle: longest(alike.map(({ middle }) => middle)),
    suffix: alike.find(({ suffix }) => suffix !== '')?.suffix ?? '',
  };
}

function agrees(one: string, other: string): boolean {
  const [a, b] = [foldWord(one), foldWord(other)];
  return a.startsWith(b) || b.startsWith(a);
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (foldWord(text).length > foldWord(best).length ? text : best), '');
}

function earliest(dates: readonly (CalendarDate | undefined)[]): CalendarDate | undefined {
  return dates.filter((date) => date !== undefined).sort()[0];
}
