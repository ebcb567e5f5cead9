import { sql } from 'kysely';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import type { OrganizationFacts, PartnerKind, PartnerOrganization } from './partner-organization.ts';

/** The organization of this id, or the one that it was merged into. */
export async function findOrganization(
  tx: Transaction,
  id: PartnerId,
): Promise<PartnerOrganization | undefined> {
  const row = await organizationRows(tx)
    .where('o.id', '=', sql<string>`surviving_partner(${id}::uuid)`)
    .executeTakeFirst();
  return row && organizationOf(row);
}

/** The very record of this id, also when it was merged into another. */
export async function findRecord(tx: Transaction, id: PartnerId): Promise<PartnerOrganization | undefined> {
  const row = await organizationRows(tx).where('o.id', '=', id).executeTakeFirst();
  return row && organizationOf(row);
}

/** Holds records until this transaction ends, always in one order, so that two merges follow each other. */
export async function lockRecords(tx: Transaction, ids: readonly PartnerId[]): Promise<void> {
  await tx
    .selectFrom('partner_organization')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

export interface AlikeOrganization {
  readonly organization: PartnerOrganization;
  /** One name is the other's acronym. */
  readonly isByAcronym: boolean;
}

/** Those the acting party may find whose name is much like this one: letters in common, or its acronym. */
export async function listAlike(tx: Transaction, name: string): Promise<readonly AlikeOrganization[]> {
  const byAcronym = sql<boolean>`(o.acronym = replace(name_key(${name}), ' ', '')
    or name_acronym(${name}) = replace(o.name_folded, ' ', ''))`;
  const rows = await foundRows(tx, name)
    .select(sql<boolean>`coalesce(${byAcronym}, false)`.as('by_acronym'))
    .where(sql<boolean>`(similarity(o.name_folded, name_key(${name})) >= 0.5 or ${byAcronym})`)
    .limit(20)
    .execute();
  return rows.map((row) => ({ organization: organizationOf(row), isByAcronym: row.by_acronym }));
}

/** Notes for the campaign that the acting agency added `told` although these looked like it. */
export async function noteToldApart(
  tx: Transaction,
  told: PartnerId,
  others: readonly PartnerId[],
): Promise<void> {
  if (others.length === 0) return;
  await sql`select note_told_apart(${told}::uuid, ${[...others]}::uuid[])`.execute(tx);
}

/** Those that fit the words, typing errors forgiven, the best first. */
export async function listOrganizations(
  tx: Transaction,
  search: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly organizations: readonly PartnerOrganization[]; readonly total: number }> {
  const rows = await foundRows(tx, search)
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { organizations: rows.map(organizationOf), total: rows[0]?.total ?? 0 };
}

function foundRows(tx: Transaction, search: string) {
  return organizationRows(tx)
    .innerJoin(
      sql<{ id: string; rank: number }>`find_partner_organizations(${search})`.as('found'),
      'found.id',
      'o.id',
    )
    .orderBy('found.rank', 'desc')
    .orderBy('o.name')
    .orderBy('o.id');
}

export async function insertOrganization(
  tx: Transaction,
  facts: OrganizationFacts,
  proposedBy: AgencyId,
): Promise<PartnerId> {
  const { id } = await tx
    .insertInto('partner_organization')
    .values({ ...columnsOf(facts), proposed_by_agency: proposedBy })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as PartnerId;
}

/** Writes the facts over those of `revision`; false when another change came first, or the acting party may not. */
export async function updateOrganization(
  tx: Transaction,
  id: PartnerId,
  revision: number,
  facts: OrganizationFacts,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('partner_organization')
    .set({ ...columnsOf(facts), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

function columnsOf(facts: OrganizationFacts) {
  return {
    name: facts.name,
    kinds: [...facts.kinds],
    places_served: [...facts.placesServed],
    website: facts.website ?? null,
    phone: facts.phone ?? '',
    email: facts.email ?? null,
  };
}

/** Where an address of an organization leads today. */
export async function findSurvivor(tx: Transaction, id: PartnerId): Promise<PartnerId | undefined> {
  const { rows } = await sql<{ id: PartnerId | null }>`select surviving_partner(${id}::uuid) as id`.execute(
    tx,
  );
  return rows[0]?.id ?? undefined;
}

/** The addresses of everybody who speaks for the organization. The transaction acts for it or as the system. */
export async function listRepresentativeEmails(
  tx: Transaction,
  partner: PartnerId,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('partner_membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select('p.email')
    .where('m.partner_id', '=', partner)
    .where('m.ended_at', 'is', null)
    .orderBy('p.email')
    .execute();
  return rows.flatMap(({ email }) => (email ? [email] : []));
}

function organizationRows(tx: Transaction) {
  return tx
    .selectFrom('partner_organization as o')
    .select(['o.id', 'o.name', 'o.kinds', 'o.places_served', 'o.website', 'o.phone', 'o.email'])
    .select(['o.proposed_by_agency', 'o.merged_into', 'o.revision', 'o.created_at'])
    .select(sql<boolean>`is_claimed_partner(o.id)`.as('is_claimed'));
}

type OrganizationRow = Awaited<ReturnType<ReturnType<typeof organizationRows>['execute']>>[number];

function organizationOf(row: OrganizationRow): PartnerOrganization {
  return {
    id: row.id as PartnerId,
    name: row.name,
    kinds: row.kinds as PartnerKind[],
    placesServed: row.places_served,
    website: row.website ?? undefined,
    phone: row.phone,
    email: row.email ?? undefined,
    isClaimed: row.is_claimed,
    proposedBy: (row.proposed_by_agency ?? undefined) as AgencyId | undefined,
    mergedInto: (row.merged_into ?? undefined) as PartnerId | undefined,
    revision: row.revision,
    addedAt: row.created_at,
  };
}
