import { type FoldedName, foldedLikeness, foldName } from '../person-name/name-likeness.ts';
import { nameKey } from '../person-name/person-name.ts';
import { groupIndex } from './grouping.ts';
import type { RosterRow } from './roster-row.ts';
import { staffNumberKeys } from './staff-number.ts';

/** A row whose name is folded only when it is compared. */
class NamedRow {
  readonly row: RosterRow;
  readonly numbers: readonly string[];
  #name: FoldedName | undefined;

  constructor(row: RosterRow) {
    this.row = row;
    this.numbers = staffNumberKeys(row);
  }

  get name(): FoldedName {
    this.#name ??= foldName(this.row.name);
    return this.#name;
  }

  get spelling(): string {
    return JSON.stringify(Object.values(this.name));
  }
}

/** More rows than this under one number or one name and day are a placeholder's, not one person's. */
const mostCompared = 60;

/**
 * The rows of each person: linked by a number when the names are alike, by email or hire date when the names are the
 * same. A cluster in which some names can't be one person's falls apart into its spellings.
 */
export function rowClusters(rows: readonly RosterRow[]): readonly (readonly RosterRow[])[] {
  const named = rows.map((row) => new NamedRow(row));
  const links = new Links(named);
  linkWithin(named, ({ numbers }) => numbers, sharesNumber, links);
  linkWithin(
    named,
    ({ row }) => (row.email === '' ? [] : [`${nameKey(row.name)}|${row.email}`]),
    isSameName,
    links,
  );
  linkWithin(
    named,
    ({ row }) => (row.hiredOn ? [`${nameKey(row.name)}|${row.hiredOn}`] : []),
    sharesHireDate,
    links,
  );
  return links.clusters().flatMap((cluster) => {
    const own = isCoherent(cluster) ? [cluster] : [...Map.groupBy(cluster, apart).values()];
    return own.map((members) => members.map(({ row }) => row));
  });
}

/** What keeps rows of an incoherent cluster together: the same number and the very same name. */
function apart({ row, numbers, spelling }: NamedRow): string {
  const [number = `row ${row.row}`] = numbers;
  return `${number}|${spelling}`;
}

/** With a number in common, anything alike is one person, but a father and son with one number are two. */
export function areAlike(one: FoldedName, other: FoldedName): boolean {
  const likeness = foldedLikeness(one, other);
  return likeness !== undefined && likeness !== 'suffix-differs';
}

/** A badge in common says nothing when two employee numbers differ: badges are handed on. */
function sharesNumber(one: NamedRow, other: NamedRow): boolean {
  const shared = one.numbers.filter((number) => other.numbers.includes(number));
  const isIdShared = shared.some((key) => key.startsWith('id '));
  const isUnnumbered = one.row.employeeNumber === '' || other.row.employeeNumber === '';
  return (isIdShared || isUnnumbered) && areAlike(one.name, other.name);
}

function isSameName(one: NamedRow, other: NamedRow): boolean {
  return foldedLikeness(one.name, other.name) === 'same';
}

function sharesHireDate(one: NamedRow, other: NamedRow): boolean {
  const isEmailDifferent =
    one.row.email !== '' && other.row.email !== '' && one.row.email !== other.row.email;
  return isSameName(one, other) && !isEmailDifferent;
}

function isCoherent(cluster: readonly NamedRow[]): boolean {
  if (cluster.length === 1) return true;
  const names = [...new Map(cluster.map(({ spelling, name }) => [spelling, name])).values()];
  const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as const));
  return names.length <= mostCompared && pairs.every(([one, other]) => areAlike(one, other));
}

function linkWithin(
  rows: readonly NamedRow[],
  keysOf: (row: NamedRow) => readonly string[],
  isOne: (one: NamedRow, other: NamedRow) => boolean,
  links: Links,
): void {
  for (const bucket of groupIndex(rows, keysOf).values()) {
    if (bucket.length < 2 || bucket.length > mostCompared) continue;
    for (const [at, one] of bucket.entries()) {
      for (const other of bucket.slice(at + 1)) if (isOne(one, other)) links.join(one, other);
    }
  }
}

/** Which rows hang together, directly or through others. */
class Links {
  readonly #parents: Map<NamedRow, NamedRow>;

  constructor(rows: readonly NamedRow[]) {
    this.#parents = new Map(rows.map((row) => [row, row]));
  }

  join(one: NamedRow, other: NamedRow): void {
    const [root, otherRoot] = [this.#root(one), this.#root(other)];
    if (root !== otherRoot) this.#parents.set(otherRoot, root);
  }

  clusters(): readonly (readonly NamedRow[])[] {
    return [...Map.groupBy(this.#parents.keys(), (row) => this.#root(row)).values()];
  }

  #root(row: NamedRow): NamedRow {
    let root = row;
    for (let parent = this.#parents.get(root); parent && parent !== root; parent = this.#parents.get(root))
      root = parent;
    this.#parents.set(row, root);
    return root;
  }
}
