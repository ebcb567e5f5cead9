import { sql } from 'kysely';
import type { AgencyId, PartnerId, PersonId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { AgencyMember, CampaignMember } from './membership.ts';
import type { AgencyRole, CampaignRole } from './viewer.ts';

export async function selectAgencyMembers(
  tx: Transaction,
  agency: AgencyId,
): Promise<readonly AgencyMember[]> {
  const rows = await tx
    .selectFrom('agency_membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.person_id', 'm.role', 'm.since', 'p.name', 'p.email'])
    .where('m.agency_id', '=', agency)
    .where('m.ended_at', 'is', null)
    .orderBy('p.name', inReadingOrder)
    .orderBy('p.email')
    .orderBy('m.role')
    .execute();
  return rows.map((row) => ({ ...memberOf(row), role: row.role as AgencyRole }));
}

export async function selectCampaignMembers(tx: Transaction): Promise<readonly CampaignMember[]> {
  const rows = await tx
    .selectFrom('campaign_membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.person_id', 'm.role', 'm.since', 'p.name', 'p.email'])
    .where('m.ended_at', 'is', null)
    .orderBy('p.name', inReadingOrder)
    .orderBy('p.email')
    .orderBy('m.role')
    .execute();
  return rows.map((row) => ({ ...memberOf(row), role: row.role as CampaignRole }));
}

interface MemberRow {
  readonly id: string;
  readonly person_id: string;
  readonly since: Date;
  readonly name: string | null;
  readonly email: string | null;
}

function memberOf(row: MemberRow) {
  return {
    id: row.id,
    person: row.person_id as PersonId,
    name: row.name ?? '',
    email: row.email ?? '',
    since: row.since,
  };
}

/** `held` when the person has the role already, `taken` when it is somebody else's and can't be shared. */
export async function insertAgencyMembership(
  tx: Transaction,
  membership: { readonly agency: AgencyId; readonly person: PersonId; readonly role: AgencyRole },
): Promise<'inserted' | 'held' | 'taken'> {
  const { agency, person, role } = membership;
  const inserted = await tx
    .insertInto('agency_membership')
    .values({ agency_id: agency, person_id: person, role })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) return 'inserted';
  const held = await tx
    .selectFrom('agency_membership')
    .select('id')
    .where('agency_id', '=', agency)
    .where('person_id', '=', person)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return held ? 'held' : 'taken';
}

export async function insertPartnerMembership(
  tx: Transaction,
  membership: { readonly partner: PartnerId; readonly person: PersonId },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('partner_membership')
    .values({ partner_id: membership.partner, person_id: membership.person })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function insertCampaignMembership(
  tx: Transaction,
  membership: { readonly person: PersonId; readonly role: CampaignRole },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('campaign_membership')
    .values({ person_id: membership.person, role: membership.role })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function endAgencyMembershipRow(
  tx: Transaction,
  agency: AgencyId,
  membership: string,
): Promise<{ readonly person: PersonId; readonly role: AgencyRole } | undefined> {
  const row = await tx
    .updateTable('agency_membership')
    .set({ ended_at: sql`now()` })
    .where('id', '=', membership)
    .where('agency_id', '=', agency)
    .where('ended_at', 'is', null)
    .returning(['person_id', 'role'])
    .executeTakeFirst();
  return row && { person: row.person_id as PersonId, role: row.role as AgencyRole };
}

/** Whether the agency ever had this membership, also when it has ended. */
export async function hasAgencyMembershipRow(
  tx: Transaction,
  agency: AgencyId,
  membership: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('agency_membership')
    .select('id')
    .where('id', '=', membership)
    .where('agency_id', '=', agency)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the campaign ever had this membership, also when it has ended. */
export async function hasCampaignMembershipRow(tx: Transaction, membership: string): Promise<boolean> {
  const row = await tx
    .selectFrom('campaign_membership')
    .select('id')
    .where('id', '=', membership)
    .executeTakeFirst();
  return row !== undefined;
}

export async function endCampaignMembershipRow(
  tx: Transaction,
  membership: string,
): Promise<{ readonly person: PersonId; readonly role: CampaignRole } | undefined> {
  const row = await tx
    .updateTable('campaign_membership')
    .set({ ended_at: sql`now()` })
    .where('id', '=', membership)
    .where('ended_at', 'is', null)
    .returning(['person_id', 'role'])
    .executeTakeFirst();
  return row && { person: row.person_id as PersonId, role: row.role as CampaignRole };
}

/** The memberships of all administrators, locked, so that two can't end each other's at the same moment. */
export async function lockAdministrators(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('campaign_membership')
    .select('id')
    .where('role', '=', 'administrator')
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}
