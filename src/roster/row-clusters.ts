import { type DuplicateRow, withoutDuplicates } from './duplicate-rows.ts';
import { sharedIndex } from './grouping.ts';
import type { NamedRow } from './named-entry.ts';
import { rowContent } from './person-facts.ts';
import { RowLinks } from './row-links.ts';
import { type FoldReason, mayBeOne, oneByName, oneByNumber } from './same-person.ts';
import { staffNumberKey } from './staff-number.ts';

/** The rows of one person, and why each hangs together with the others. */
export interface RowCluster {
  readonly rows: readonly NamedRow[];
  readonly reasons: ReadonlyMap<NamedRow, FoldReason>;
}

export interface RowClusters {
  /** Rows that are a person by themselves, as most are. */
  readonly alone: readonly NamedRow[];
  readonly clusters: readonly RowCluster[];
  readonly duplicates: readonly DuplicateRow[];
  readonly shared: SharedKeys;
}

/** Numbers and names that several rows have. */
export interface SharedKeys {
  readonly numbers: ReadonlyMap<string, unknown>;
  readonly names: ReadonlyMap<string, unknown>;
}

/** More rows than this under one number or one name are not compared one by one. */
const mostCompared = 60;
/** One person may have a row for every course they took; a number of more names than this is a placeholder. */
const mostHolders = 4;
const mostInCluster = 4 * mostCompared;

/**
 * The rows of each person. A cluster in which some rows can't be one person's falls apart into the spellings under each
 * number. `rows` come in the order of the file.
 */
export function rowClusters(rows: readonly NamedRow[]): RowClusters {
  const links = new RowLinks();
  const byNumber = sharedIndex(rows, ({ numbers }) => numbers);
  const byName = sharedIndex(rows, ({ nameKey }) => [nameKey]);
  for (const bucket of byNumber.values()) linkHolders(bucket, links);
  for (const bucket of byName.values()) linkNamesakes(bucket, links);
  const duplicates: DuplicateRow[] = [];
  const clusters = links.groups().flatMap((group) => {
    const told = withoutDuplicates(group);
    duplicates.push(...told.duplicates);
    return fallenApart(told.distinct).map((own) => ({ rows: own, reasons: links.reasons }));
  });
  return {
    alone: rows.filter((row) => !links.reasons.has(row)),
    clusters,
    duplicates,
    shared: { numbers: byNumber, names: byName },
  };
}

function linkNamesakes(bucket: readonly NamedRow[], links: RowLinks): void {
  if (bucket.length > mostCompared) {
    const facts = ({ item }: NamedRow) => [item.email, item.hiredOn ?? '', item.name.middle].filter(Boolean);
    for (const own of sharedIndex(bucket, facts).values())
      linkWithin(linkedDuplicates(own, links), oneByName, links);
  } else linkWithin(bucket, oneByName, links);
}

/** An export that repeats a person's row for every course they took: joined at once; the distinct rows remain. */
function linkedDuplicates(bucket: readonly NamedRow[], links: RowLinks): readonly NamedRow[] {
  return [...Map.groupBy(bucket, ({ item }) => rowContent(item)).values()].flatMap(([first, ...others]) => {
    for (const other of others) linkPair(first, other, oneByName, links);
    return first ? [first] : [];
  });
}

function linkHolders(bucket: readonly NamedRow[], links: RowLinks): void {
  linkWithin(bucket, oneByNumber, links);
  if (bucket.length <= mostCompared) return;
  const byName = Map.groupBy(bucket, ({ nameKey }) => nameKey);
  if (byName.size > mostHolders) return;
  for (const [first, ...others] of byName.values()) {
    for (const other of others) linkPair(first, other, oneByNumber, links);
  }
}

function linkWithin(bucket: readonly NamedRow[], reasonOf: ReasonOf, links: RowLinks): void {
  if (bucket.length > mostCompared) return;
  for (const [at, one] of bucket.entries()) {
    for (let next = at + 1; next < bucket.length; next += 1) linkPair(one, bucket[next], reasonOf, links);
  }
}

type ReasonOf = (one: NamedRow, other: NamedRow) => FoldReason | undefined;

function linkPair(
  one: NamedRow | undefined,
  other: NamedRow | undefined,
  reasonOf: ReasonOf,
  links: RowLinks,
): void {
  const reason = one && other && reasonOf(one, other);
  if (reason) links.join(one, other, reason);
}

function fallenApart(cluster: readonly NamedRow[]): readonly (readonly NamedRow[])[] {
  return isCoherent(cluster) ? [cluster] : [...Map.groupBy(cluster, apart).values()];
}

function isCoherent(cluster: readonly NamedRow[]): boolean {
  if (cluster.length > mostInCluster) return false;
  return cluster.every((one, at) => cluster.slice(at + 1).every((other) => mayBeOne(one, other)));
}

/** What keeps rows of an incoherent cluster together: the same number and the very same name. */
function apart({ item, numbers, spelling }: NamedRow): string {
  const number = staffNumberKey(item.employeeNumber) || numbers[0] || `row ${item.row}`;
  return `${number}|${spelling}`;
}
