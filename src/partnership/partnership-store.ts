import { sql } from 'kysely';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { Partnership, PartnershipId } from './partnership.ts';
import { partnershipOf, partnershipRows } from './partnership-rows-store.ts';

/** Whose partnership is looked for: a party sees its own alone, here and under row-level security. */
export type PartnershipsOf = { readonly agency: AgencyId } | { readonly partner: PartnerId };

export async function findPartnership(
  tx: Transaction,
  of: PartnershipsOf,
  id: string,
): Promise<Partnership | undefined> {
  const row = await rowsOf(tx, of).where('p.id', '=', id).executeTakeFirst();
  return row && partnershipOf(row);
}

/** The same, kept for this transaction: an answer, a change and an ending follow each other. */
export async function lockPartnership(
  tx: Transaction,
  of: PartnershipsOf,
  id: string,
): Promise<Partnership | undefined> {
  // The row first: a joined row read in the same statement could be older than the one waited for.
  const owned = tx.selectFrom('partnership').select('id').where('id', '=', id);
  const locked = await ('agency' in of
    ? owned.where('agency_id', '=', of.agency)
    : owned.where('partner_id', '=', of.partner)
  )
    .forUpdate()
    .executeTakeFirst();
  return locked && findPartnership(tx, of, id);
}

/** What the agency last arranged with this organization, to begin again from. */
export async function findLatestWith(
  tx: Transaction,
  agency: AgencyId,
  partner: PartnerId,
): Promise<Partnership | undefined> {
  const row = await rowsOf(tx, { agency })
    .where('p.partner_id', '=', partner)
    .orderBy('p.proposed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && partnershipOf(row);
}

/** The one that is proposed or active between two, beside an earlier one that is over. */
export async function findLiveBetween(
  tx: Transaction,
  { agency, partner }: Pick<Partnership, 'agency' | 'partner'>,
): Promise<PartnershipId | undefined> {
  const row = await tx
    .selectFrom('partnership')
    .select('id')
    .where('agency_id', '=', agency.id)
    .where('partner_id', '=', partner.id)
    .where('state', 'in', ['proposed', 'active'])
    .executeTakeFirst();
  return row && (row.id as PartnershipId);
}

export interface PartnershipsAsked {
  readonly search: string;
  readonly sort: 'name' | 'state' | 'review' | 'term';
  readonly direction: 'ascending' | 'descending';
  readonly limit: number;
  readonly offset: number;
}

/** One page of a party's partnerships, by the name of the other side. */
export async function listPartnerships(
  tx: Transaction,
  of: PartnershipsOf,
  asked: PartnershipsAsked,
): Promise<{ readonly partnerships: readonly Partnership[]; readonly total: number }> {
  const other = 'agency' in of ? 'o.name' : 'a.name';
  const columns = {
    name: other,
    state: 'p.state',
    review: 'p.review_on',
    term: 'p.term_ends_on',
  } as const;
  const direction = asked.direction === 'ascending' ? 'asc' : 'desc';
  const rows = await rowsOf(tx, of)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where(other, 'ilike', `%${asked.search.trim().replace(/[\\%_]/g, '\\$&')}%`)
    .orderBy(columns[asked.sort], (order) =>
      (asked.sort === 'name' ? inReadingOrder(order) : order)[direction]().nullsLast(),
    )
    .orderBy(other, inReadingOrder)
    .orderBy('p.proposed_at', 'desc')
    .orderBy('p.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return { partnerships: rows.map(partnershipOf), total: rows[0]?.total ?? 0 };
}

/** What waits for the partner's answer, the longest waiting first. */
export async function listWaiting(tx: Transaction, partner: PartnerId): Promise<readonly Partnership[]> {
  const rows = await rowsOf(tx, { partner })
    .where('p.waiting_for', '=', 'partner')
    .orderBy('p.proposed_at')
    .orderBy('p.id')
    .execute();
  return rows.map(partnershipOf);
}

/** Those that both sides confirmed and neither has ended. */
export async function listActive(tx: Transaction, of: PartnershipsOf): Promise<readonly Partnership[]> {
  const rows = await rowsOf(tx, of).where('p.state', '=', 'active').orderBy('p.id').execute();
  return rows.map(partnershipOf);
}

function rowsOf(tx: Transaction, of: PartnershipsOf) {
  return 'agency' in of
    ? partnershipRows(tx).where('p.agency_id', '=', of.agency)
    : partnershipRows(tx).where('p.partner_id', '=', of.partner);
}
