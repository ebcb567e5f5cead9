import { sql } from 'kysely';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { OrganizationFacts, PartnerKind, PartnerOrganization } from './partner-organization.ts';

export async function findOrganization(
  tx: Transaction,
  id: PartnerId,
): Promise<PartnerOrganization | undefined> {
  const row = await organizationRows(tx).where('o.id', '=', id).executeTakeFirst();
  return row && organizationOf(row);
}

/** One the acting agency can see under a name that reads the same. */
export async function findOrganizationNamed(
  tx: Transaction,
  name: string,
): Promise<PartnerOrganization | undefined> {
  const row = await organizationRows(tx)
    .where(sql<boolean>`name_key(o.name) = name_key(${name})`)
    .orderBy('o.created_at')
    .executeTakeFirst();
  return row && organizationOf(row);
}

/** Those whose name or place holds every word searched for, those that begin with it first. */
export async function listOrganizations(
  tx: Transaction,
  search: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly organizations: readonly PartnerOrganization[]; readonly total: number }> {
  let query = organizationRows(tx).select(sql<number>`count(*) over ()`.as('total'));
  for (const word of search.trim().split(/\s+/).slice(0, 8)) {
    const pattern = `%${escapedLike(word)}%`;
    query = query.where((where) =>
      where.or([where('o.name', 'ilike', pattern), where('o.places_served', 'ilike', pattern)]),
    );
  }
  const rows = await query
    .orderBy(sql`o.name ilike ${`${escapedLike(search.trim())}%`}`, 'desc')
    .orderBy('o.name', inReadingOrder)
    .orderBy('o.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { organizations: rows.map(organizationOf), total: rows[0]?.total ?? 0 };
}

export async function insertOrganization(
  tx: Transaction,
  facts: OrganizationFacts,
  proposedBy: AgencyId,
): Promise<PartnerId> {
  const { id } = await tx
    .insertInto('partner_organization')
    .values({
      name: facts.name,
      kinds: [...facts.kinds],
      places_served: facts.placesServed,
      website: facts.website ?? null,
      proposed_by_agency: proposedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as PartnerId;
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

function escapedLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function organizationRows(tx: Transaction) {
  return tx
    .selectFrom('partner_organization as o')
    .select(['o.id', 'o.name', 'o.kinds', 'o.places_served', 'o.website'])
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
    isClaimed: row.is_claimed,
  };
}
