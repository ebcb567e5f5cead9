import { sharedIndex } from './grouping.ts';
import type { NamedRow } from './named-row.ts';
import { type FoldReason, foldReasons, mayBeOne, oneByName, oneByNumber } from './same-person.ts';
import { staffNumberKey } from './staff-number.ts';

/** The rows of one person, and why a row of several belongs to them. */
export interface RowCluster {
  readonly rows: readonly NamedRow[];
  readonly reasons: ReadonlyMap<NamedRow, FoldReason>;
}

/** More rows than this under one number or one name and day are a placeholder's, not one person's. */
const mostCompared = 60;
const mostInCluster = 4 * mostCompared;

/**
 * The rows of each person among rows that have a number or a name in common with another. A cluster in which some rows
 * can't be one person's falls apart into the spellings under each number.
 */
export function rowClusters(rows: readonly NamedRow[]): readonly RowCluster[] {
  const links = new Links(rows);
  linkWithin(rows, ({ numbers }) => numbers, oneByNumber, links);
  linkWithin(rows, ({ row, nameKey }) => (row.email ? [`${nameKey}|${row.email}`] : []), oneByName, links);
  linkWithin(
    rows,
    ({ row, nameKey }) => (row.hiredOn ? [`${nameKey}|${row.hiredOn}`] : []),
    oneByName,
    links,
  );
  return links
    .clusters()
    .flatMap((cluster) => (isCoherent(cluster) ? [cluster] : [...Map.groupBy(cluster, apart).values()]))
    .map((own) => ({ rows: own, reasons: links.reasons }));
}

/** What keeps rows of an incoherent cluster together: the same number and the very same name. */
function apart({ row, numbers, spelling }: NamedRow): string {
  const number = staffNumberKey(row.employeeNumber) || numbers[0] || `row ${row.row}`;
  return `${number}|${spelling}`;
}

function isCoherent(cluster: readonly NamedRow[]): boolean {
  if (cluster.length > mostInCluster) return false;
  return cluster.every((one, at) => cluster.slice(at + 1).every((other) => mayBeOne(one, other)));
}

function linkWithin(
  rows: readonly NamedRow[],
  keysOf: (row: NamedRow) => readonly string[],
  reasonOf: (one: NamedRow, other: NamedRow) => FoldReason | undefined,
  links: Links,
): void {
  for (const bucket of sharedIndex(rows, keysOf).values()) {
    if (bucket.length > mostCompared) continue;
    for (const [at, one] of bucket.entries()) {
      for (const other of bucket.slice(at + 1)) {
        const reason = reasonOf(one, other);
        if (reason) links.join(one, other, reason);
      }
    }
  }
}

/** Which rows hang together, directly or through others. */
class Links {
  readonly #parents: Map<NamedRow, NamedRow>;
  /** The surest reason by which each row hangs together with any other. */
  readonly reasons = new Map<NamedRow, FoldReason>();

  constructor(rows: readonly NamedRow[]) {
    this.#parents = new Map(rows.map((row) => [row, row]));
  }

  join(one: NamedRow, other: NamedRow, reason: FoldReason): void {
    this.#note(one, reason);
    this.#note(other, reason);
    const [root, otherRoot] = [this.#root(one), this.#root(other)];
    if (root !== otherRoot) this.#parents.set(otherRoot, root);
  }

  clusters(): readonly (readonly NamedRow[])[] {
    return [...Map.groupBy(this.#parents.keys(), (row) => this.#root(row)).values()];
  }

  #note(row: NamedRow, reason: FoldReason): void {
    const known = this.reasons.get(row);
    if (known === undefined || foldReasons.indexOf(reason) < foldReasons.indexOf(known))
      this.reasons.set(row, reason);
  }

  #root(row: NamedRow): NamedRow {
    let root = row;
    for (let parent = this.#parents.get(root); parent && parent !== root; parent = this.#parents.get(root))
      root = parent;
    this.#parents.set(row, root);
    return root;
  }
}
