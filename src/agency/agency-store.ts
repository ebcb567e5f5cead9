import { type Selectable, sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { Agency as AgencyTable } from '../database/schema.ts';
import { isStaffCategory, type StaffCategory } from '../roster/staff-category.ts';
import type { Agency, AgencyFacts, KnownAgency, NamedAgency } from './agency.ts';
import { type AgencyKind, isAgencyKind } from './agency-kind.ts';
import type { Country } from './region.ts';

/** Whoever else registers or renames an agency waits here, so that looking first and writing then is one act. */
export async function lockAgencyNames(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('agency names'))`.execute(tx);
}

/** Agencies under this ORI, or under this name in this state, whoever is acting; the same ORI first. */
export async function findKnownAgency(
  tx: Transaction,
  facts: Pick<AgencyFacts, 'ori' | 'name' | 'country' | 'region'>,
  except?: AgencyId,
): Promise<KnownAgency | undefined> {
  const { rows } = await sql<Omit<KnownAgency, 'by'> & { same_ori: boolean }>`
    select id, slug, name, city, region, same_ori
    from agency_already_known(${facts.ori ?? null}, ${facts.name}, ${facts.country}, ${facts.region})
    where id is distinct from ${except ?? null}::uuid`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { same_ori: sameOri, ...agency } = row;
  return { ...agency, by: sameOri ? 'ori' : 'name' };
}

/** The agency of this slug as anybody may be told of it. */
export async function findNamedAgency(tx: Transaction, slug: string): Promise<NamedAgency | undefined> {
  const { rows } =
    await sql<NamedAgency>`select id, slug, name, city, region from agency_named(${slug})`.execute(tx);
  return rows[0];
}

export async function findAgency(tx: Transaction, id: AgencyId): Promise<Agency | undefined> {
  const row = await tx.selectFrom('agency').selectAll().where('id', '=', id).executeTakeFirst();
  return row && agencyOf(row);
}

export async function findAgencyBySlug(tx: Transaction, slug: string): Promise<Agency | undefined> {
  const row = await tx.selectFrom('agency').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row && agencyOf(row);
}

/** False when another agency has this slug, name in the state, or ORI: then nothing is written. */
export async function insertAgency(tx: Transaction, agency: Agency): Promise<boolean> {
  const inserted = await tx
    .insertInto('agency')
    .values({ id: agency.id, slug: agency.slug, ...columnsOf(agency) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function updateAgency(tx: Transaction, id: AgencyId, facts: AgencyFacts): Promise<void> {
  await tx
    .updateTable('agency')
    .set(columnsOf(facts))
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** The categories of non-sworn staff that the agency counts. */
export async function listScope(tx: Transaction, agency: AgencyId): Promise<readonly StaffCategory[]> {
  const rows = await tx
    .selectFrom('agency_scope')
    .select('category')
    .where('agency_id', '=', agency)
    .execute();
  return rows.map((row) => row.category).filter(isStaffCategory);
}

export async function replaceScope(
  tx: Transaction,
  agency: AgencyId,
  categories: readonly StaffCategory[],
): Promise<void> {
  await tx.deleteFrom('agency_scope').where('agency_id', '=', agency).execute();
  if (categories.length === 0) return;
  await tx
    .insertInto('agency_scope')
    .values(categories.map((category) => ({ agency_id: agency, category })))
    .execute();
}

function columnsOf(facts: AgencyFacts) {
  return {
    name: facts.name,
    kind: facts.kind,
    country: facts.country,
    region: facts.region,
    city: facts.city,
    county: facts.county ?? null,
    address: facts.address,
    postal_code: facts.postalCode,
    website: facts.website ?? null,
    ori: facts.ori ?? null,
    population_served: facts.populationServed ?? null,
    time_zone: facts.timeZone,
  };
}

function agencyOf(row: Selectable<AgencyTable>): Agency {
  return {
    id: row.id as AgencyId,
    slug: row.slug,
    name: row.name,
    kind: kindOf(row.kind),
    country: row.country as Country,
    region: row.region,
    city: row.city,
    county: row.county ?? undefined,
    address: row.address,
    postalCode: row.postal_code,
    website: row.website ?? undefined,
    ori: row.ori ?? undefined,
    populationServed: row.population_served ?? undefined,
    timeZone: row.time_zone,
  };
}

/** The table doesn't list the kinds, so that one can be added without a migration; a kind we dropped shows as other. */
function kindOf(text: string): AgencyKind {
  return isAgencyKind(text) ? text : 'other';
}
