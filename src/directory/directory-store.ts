import { type SelectQueryBuilder, sql } from 'kysely';
import type { AgencyKind } from '../agency/agency-kind.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import type { DB } from '../database/schema.ts';
import type { DirectoryEntry, DirectoryQuery, DirectoryStatus } from './directory-entry.ts';

/** The directory is public: it is read outside any transaction, as the public, in one round trip. */
type Reader = Database | Transaction;

/** As people sort names, whatever order the database itself has; the indexes of this table have it too. */
const byName = sql`name collate "und-x-icu"`;

const sortColumns = {
  name: [byName, sql`slug`],
  place: [sql`region`, byName, sql`slug`],
  pledged: [sql`pledged_on`, byName, sql`slug`],
  certified: [sql`certified_on`, byName, sql`slug`],
} as const;

const shown = [
  'agency_id',
  'slug',
  'name',
  'kind',
  'city',
  'region',
  'county',
  'website',
  'status',
  'pledged_on',
  'certified_on',
] as const;

/**
 * A text that is another after each change of what the public list shows, in every process at once: the database
 * itself counts, in the transaction that makes the change.
 */
export async function findDirectoryVersion(db: Reader): Promise<string> {
  const { rows } = await sql<{
    version: string;
  }>`select version || '/' || coalesce(changed_by::text, '') as version from directory_version`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('The directory has no version.');
  return row.version;
}

/** One page of the directory. Sorting by certification leaves those without one at the end, in either direction. */
export async function listDirectory(db: Reader, query: DirectoryQuery): Promise<readonly DirectoryEntry[]> {
  const found = await directoryRows(db, query).execute();
  return found.map(toEntry);
}

/** The statement behind a page of the directory; each order it can have is that of an index. */
export function directoryRows(db: Reader, query: DirectoryQuery) {
  const { sort, descending, limit, offset } = query;
  let rows = filtered(db.selectFrom('directory_entry').select(shown), query);
  const [first, ...others] = sortColumns[sort];
  rows = rows.orderBy(first, (order) => {
    const directed = descending ? order.desc() : order.asc();
    return sort === 'certified' ? directed.nullsLast() : directed;
  });
  // Names and places from Z to A are the index read backwards; days are newest first with names from A to Z.
  const isBackwards = descending && (sort === 'name' || sort === 'place');
  for (const column of others) rows = rows.orderBy(column, isBackwards ? 'desc' : 'asc');
  return rows.limit(limit).offset(offset);
}

/** How many agencies the filters leave. */
export async function countDirectory(db: Reader, query: DirectoryQuery): Promise<number> {
  const counted = db.selectFrom('directory_entry').select(sql<number>`count(*)`.as('count'));
  const row = await filtered(counted, query).executeTakeFirstOrThrow();
  return row.count;
}

export interface DirectoryFigures {
  readonly pledged: number;
  readonly certified: number;
}

/** How many have pledged (the certified among them) and how many are certified. */
export async function countByStatus(db: Reader): Promise<DirectoryFigures> {
  const { rows } = await sql<DirectoryFigures>`
    select count(*) as pledged, count(*) filter (where status = 'certified') as certified
    from directory_entry`.execute(db);
  return rows[0] ?? { pledged: 0, certified: 0 };
}

export async function findDirectoryEntry(db: Reader, slug: string): Promise<DirectoryEntry | undefined> {
  const row = await db
    .selectFrom('directory_entry')
    .select(shown)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row && toEntry(row);
}

/** What is listed of an agency, if it is. */
export async function findDirectoryEntryOf(
  db: Reader,
  agency: AgencyId,
): Promise<DirectoryEntry | undefined> {
  const row = await db
    .selectFrom('directory_entry')
    .select(shown)
    .where('agency_id', '=', agency)
    .executeTakeFirst();
  return row && toEntry(row);
}

function filtered<Output>(
  rows: SelectQueryBuilder<DB, 'directory_entry', Output>,
  query: DirectoryQuery,
): SelectQueryBuilder<DB, 'directory_entry', Output> {
  let found = rows;
  if (query.region) found = found.where('region', '=', query.region);
  if (query.kind) found = found.where('kind', '=', query.kind);
  if (query.status) found = found.where('status', '=', query.status);
  for (const word of query.search
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, 8)) {
    found = found.where('search', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  }
  return found;
}

type EntryRow = Pick<{ [Column in (typeof shown)[number]]: string | null }, (typeof shown)[number]>;

function toEntry(row: EntryRow): DirectoryEntry {
  return {
    agency: row.agency_id as AgencyId,
    slug: row.slug ?? '',
    name: row.name ?? '',
    kind: row.kind as AgencyKind,
    city: row.city ?? '',
    region: row.region ?? '',
    county: row.county ?? undefined,
    website: row.website ?? undefined,
    status: row.status as DirectoryStatus,
    pledgedOn: row.pledged_on as CalendarDate,
    certifiedOn: (row.certified_on as CalendarDate | null) ?? undefined,
  };
}
