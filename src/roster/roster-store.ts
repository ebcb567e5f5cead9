import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { StaffFactSheet, StaffId, StaffMember } from './staff-member.ts';
import { staffColumns, staffMemberFrom } from './staff-row.ts';

/** Everybody the agency knows, on staff or gone: what an import is held against. */
export async function listAllStaff(tx: Transaction, agency: AgencyId): Promise<readonly StaffMember[]> {
  const rows = await tx
    .selectFrom('staff_member')
    .select(['id', 'merged_from', ...staffColumns])
    .where('agency_id', '=', agency)
    .execute();
  return rows.map(staffMemberFrom);
}

export type StaffSort = 'name' | 'rank' | 'unit' | 'hired';

export interface StaffQuery {
  /** Words that name, number or badge begin with, also those of an entry that was merged. */
  readonly search: string;
  readonly kind: 'sworn' | 'non-sworn' | undefined;
  readonly standing: 'on-staff' | 'separated' | 'all';
  readonly today: CalendarDate;
  readonly sort: StaffSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

export interface StaffPage {
  readonly members: readonly StaffMember[];
  readonly total: number;
}

const sortColumns = {
  name: ['family_name', 'given_name', 'id'],
  rank: ['rank', 'family_name', 'given_name', 'id'],
  unit: ['unit', 'family_name', 'given_name', 'id'],
  hired: ['hired_on', 'family_name', 'given_name', 'id'],
} as const;

const textColumns: ReadonlySet<string> = new Set(['family_name', 'given_name', 'rank', 'unit']);

/** One page of the roster and how many people it is a page of, in one query. */
export async function listStaff(tx: Transaction, agency: AgencyId, query: StaffQuery): Promise<StaffPage> {
  const found = await staffInOrder(tx, agency, query)
    .select(sql<number>`count(*) over ()`.as('total'))
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  return { members: found.map(staffMemberFrom), total: found[0]?.total ?? 0 };
}

/** Everybody whom a list is about, as people look names up in it; by name with the help of an index. */
export function staffInOrder(tx: Transaction, agency: AgencyId, query: Omit<StaffQuery, 'limit' | 'offset'>) {
  let rows = staffMatching(tx, agency, query);
  for (const column of sortColumns[query.sort]) {
    rows = rows.orderBy(column, (order) => {
      const directed = query.descending ? order.desc() : order.asc();
      return textColumns.has(column) ? inReadingOrder(directed) : directed;
    });
  }
  return rows;
}

/** Everybody whom a list is about, in no order yet. */
export function staffMatching(
  tx: Transaction,
  agency: AgencyId,
  query: Pick<StaffQuery, 'kind' | 'standing' | 'search' | 'today'>,
) {
  let rows = tx
    .selectFrom('staff_member')
    .select(['id', 'merged_from', ...staffColumns])
    .where('agency_id', '=', agency);
  if (query.kind) rows = rows.where('kind', '=', query.kind);
  if (query.standing !== 'all') {
    const gone = query.standing === 'separated';
    rows = rows.where(sql<boolean>`(separated_on is not null and separated_on <= ${query.today}) = ${gone}`);
  }
  for (const pattern of wordPatterns(query.search)) {
    rows = rows.where(
      sql<boolean>`(lower(family_name) like ${pattern} or lower(given_name) like ${pattern}
        or lower(employee_number) like ${pattern} or lower(badge) like ${pattern}
        or merged_from is not null and exists (
          select from jsonb_array_elements(merged_from -> 'identities') i
          where lower(i ->> 'employeeNumber') like ${pattern} or lower(i ->> 'badge') like ${pattern}
            or lower(i -> 'name' ->> 'family') like ${pattern} or lower(i -> 'name' ->> 'given') like ${pattern}))`,
    );
  }
  return rows;
}

export async function findStaff(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<StaffMember | undefined> {
  const row = await tx
    .selectFrom('staff_member')
    .select(['id', 'merged_from', ...staffColumns])
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && staffMemberFrom(row);
}

export async function insertStaff(
  tx: Transaction,
  agency: AgencyId,
  facts: StaffFactSheet,
): Promise<StaffId> {
  const { id } = await tx
    .insertInto('staff_member')
    .values({ agency_id: agency, ...columnsOf(facts) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as StaffId;
}

/** Writes all facts of one person. Answers false when the person isn't there. */
export async function updateStaff(
  tx: Transaction,
  agency: AgencyId,
  id: StaffId,
  facts: StaffFactSheet,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_member')
    .set({ ...columnsOf(facts), updated_at: sql`now()` })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface RosterCounts {
  readonly sworn: number;
  readonly nonSworn: number;
  readonly separated: number;
}

export async function countStaff(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<RosterCounts> {
  const { rows } = await sql<RosterCounts>`
    select count(*) filter (where not gone and kind = 'sworn') as sworn,
      count(*) filter (where not gone and kind = 'non-sworn') as "nonSworn",
      count(*) filter (where gone) as separated
    from (select kind, separated_on is not null and separated_on <= ${today} as gone
          from staff_member where agency_id = ${agency}) people`.execute(tx);
  return rows[0] ?? { sworn: 0, nonSworn: 0, separated: 0 };
}

function columnsOf(facts: StaffFactSheet) {
  return {
    employee_number: facts.employeeNumber,
    badge: facts.badge,
    family_name: facts.name.family,
    given_name: facts.name.given,
    middle_name: facts.name.middle,
    suffix: facts.name.suffix,
    name_written: facts.nameWritten ?? '',
    kind: facts.kind,
    category: facts.category ?? '',
    rank: facts.rank,
    rank_written: facts.rankWritten ?? '',
    unit: facts.unit,
    shift: facts.shift,
    email: facts.email,
    hired_on: facts.hiredOn ?? null,
    separated_on: facts.separatedOn ?? null,
  };
}
