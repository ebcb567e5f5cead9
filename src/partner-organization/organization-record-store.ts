import { sql } from 'kysely';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { PartnershipId, PartnershipStateName } from '../partnership/partnership.ts';
import type { RecordsAsked } from './organization-list.ts';
import type { AlikeRecord, OrganizationRecord, RecordPartnership } from './organization-record.ts';
import type { PartnerKind } from './partner-organization.ts';

/** One page of all organizations, for the campaign. */
export async function listRecords(
  tx: Transaction,
  asked: RecordsAsked,
): Promise<{ readonly records: readonly OrganizationRecord[]; readonly total: number }> {
  const isSearched = asked.search !== '';
  const direction = asked.direction === 'ascending' ? 'asc' : 'desc';
  const rows = await tx
    .selectFrom('partner_organization as o')
    .$if(isSearched, (all) =>
      all
        .innerJoin(
          sql<{ id: string; rank: number }>`find_partner_organizations(${asked.search})`.as('found'),
          'found.id',
          'o.id',
        )
        .$if(asked.sort === undefined, (found) => found.orderBy('found.rank', 'desc')),
    )
    .select(['o.id', 'o.name', 'o.kinds', 'o.places_served', 'o.created_at'])
    .select([
      sql<number>`(${representatives})::int`.as('representatives'),
      sql<number>`(${liveAgencies})::int`.as('agencies'),
      sql<number>`(${openAlike})::int`.as('alike'),
      sql<boolean>`exists (select from partner_likeness l where o.id in (l.one_id, l.other_id)
        and l.settled_at is null and l.asked_at is not null)`.as('is_asked'),
      sql<number>`(count(*) over ())::int`.as('total'),
    ])
    .where('o.merged_into', 'is', null)
    .where(filters[asked.filter])
    .$if(asked.sort === 'agencies', (all) => all.orderBy('agencies', direction))
    .$if(asked.sort === 'added', (all) => all.orderBy('o.created_at', direction))
    .orderBy('o.name', (order) => {
      const inOrder = inReadingOrder(order);
      return asked.sort === 'name' ? inOrder[direction]() : inOrder;
    })
    .orderBy('o.id')
    .limit(asked.pageSize)
    .offset((asked.page - 1) * asked.pageSize)
    .execute();
  return { records: rows.map(recordOf), total: rows[0]?.total ?? 0 };
}

const representatives = sql`select count(*) from partner_membership m where m.partner_id = o.id and m.ended_at is null`;
const liveAgencies = sql`select count(*) from partnership p where p.partner_id = o.id and p.state in ('proposed', 'active')`;
const openAlike = sql`select count(*) from partner_likeness l where o.id in (l.one_id, l.other_id) and l.settled_at is null`;
const spokenFor = sql<boolean>`exists (select from partner_membership m where m.partner_id = o.id and m.ended_at is null)`;

const filters = {
  all: sql<boolean>`true`,
  claimed: spokenFor,
  unclaimed: sql<boolean>`not ${spokenFor}`,
  alike: sql<boolean>`exists (select from partner_likeness l where o.id in (l.one_id, l.other_id) and l.settled_at is null)`,
} as const;

interface RecordRow {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly string[];
  readonly places_served: readonly string[];
  readonly created_at: Date;
  readonly representatives: number;
  readonly agencies: number;
  readonly alike: number;
  readonly is_asked: boolean;
}

function recordOf(row: RecordRow): OrganizationRecord {
  return {
    id: row.id as PartnerId,
    name: row.name,
    kinds: row.kinds as PartnerKind[],
    placesServed: row.places_served,
    representatives: row.representatives,
    agencies: row.agencies,
    alike: row.alike,
    isMergeAsked: row.is_asked,
    addedAt: row.created_at,
  };
}

/** How many pairs people look differently at and nobody decided: a join was asked for, or an agency called them two. */
export async function countPairsToDecide(tx: Transaction): Promise<number> {
  const { waiting } = await tx
    .selectFrom('partner_likeness')
    .select(sql<number>`count(*)::int`.as('waiting'))
    .where((where) => where.or([where('asked_at', 'is not', null), where('told_apart_by', 'is not', null)]))
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return waiting;
}

/** All partnerships of an organization: with whom, how far, since when. */
export async function listRecordPartnerships(
  tx: Transaction,
  id: PartnerId,
): Promise<readonly RecordPartnership[]> {
  const rows = await tx
    .selectFrom('partnership as p')
    .innerJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['p.id', 'p.agency_id', 'a.name', 'a.region', 'p.state', 'p.proposed_at'])
    .where('p.partner_id', '=', id)
    .orderBy('a.name', inReadingOrder)
    .orderBy('p.proposed_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id as PartnershipId,
    agency: { id: row.agency_id as AgencyId, name: row.name, region: row.region },
    state: row.state as PartnershipStateName,
    since: row.proposed_at,
  }));
}

/** Other records that may be the same organization, those somebody asked about first. */
export async function listAlikeRecords(tx: Transaction, id: PartnerId): Promise<readonly AlikeRecord[]> {
  const rows = await tx
    .selectFrom('partner_likeness as l')
    .innerJoin('partner_organization as o', (join) =>
      join.on(sql<boolean>`o.id = case when l.one_id = ${id} then l.other_id else l.one_id end`),
    )
    .select([
      'o.id',
      'o.name',
      'o.places_served',
      'l.likeness',
      'l.same_site',
      'l.asked_at',
      'l.told_apart_by',
    ])
    .where((where) => where.or([where('l.one_id', '=', id), where('l.other_id', '=', id)]))
    .where('l.settled_at', 'is', null)
    .where('o.merged_into', 'is', null)
    .orderBy('l.asked_at', (order) => order.desc().nullsLast())
    .orderBy('l.likeness', 'desc')
    .orderBy('o.id')
    .execute();
  return rows.map((row) => ({
    id: row.id as PartnerId,
    name: row.name,
    placesServed: row.places_served,
    likeness: Math.floor(row.likeness * 100),
    isSameSite: row.same_site,
    isAsked: row.asked_at !== null,
    isToldApart: row.told_apart_by !== null,
  }));
}

/** Says that two records are two organizations; false when nobody took them for one. */
export async function settleAsTwo(
  tx: Transaction,
  id: PartnerId,
  other: PartnerId,
  by: { readonly person: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('partner_likeness')
    .set({ settled_by: by.person, settled_at: by.at })
    .where(sql<boolean>`(one_id, other_id) in ((${id}::uuid, ${other}::uuid), (${other}::uuid, ${id}::uuid))`)
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
