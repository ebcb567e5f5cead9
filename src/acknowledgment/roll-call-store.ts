import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { RollCallId } from './acknowledgment.ts';
import { type AskedAbout, isAsked } from './asked-staff-store.ts';

export interface RollCallHeld {
  readonly id: RollCallId;
  readonly supervisor: { readonly id: PersonId; readonly name: string };
  readonly at: Date;
}

/** Writes down who acknowledged; whoever isn't asked or has acknowledged before is passed over. Answers how many it wrote. */
export async function insertRollCall(
  tx: Transaction,
  agency: AgencyId,
  about: AskedAbout,
  staff: readonly StaffId[],
  { id, supervisor, at }: RollCallHeld,
): Promise<number> {
  const written = await sql`
    insert into policy_acknowledgment
      (agency_id, policy_id, staff_id, how, acknowledged_on, recorded_at, recorded_by, supervisor_name, roll_call_id)
    select m.agency_id, ${about.policy}, m.id, 'roll-call', ${about.day}::date, ${at}, ${supervisor.id},
      ${supervisor.name}, ${id}
    from staff_member m
    where ${isAsked(agency, about)} and m.id = any(${staff}::uuid[])
    order by m.id
    on conflict (agency_id, policy_id, staff_id) where revoked_at is null and gave_way_in is null do nothing`.execute(
    tx,
  );
  return Number(written.numAffectedRows ?? 0);
}

/** How many acknowledgments of a roll call stand. */
export async function countRollCall(tx: Transaction, agency: AgencyId, id: RollCallId): Promise<number> {
  const row = await tx
    .selectFrom('policy_acknowledgment')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agency)
    .where('roll_call_id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Revokes what a roll call wrote, when this person held it after `since`. Answers how many. */
export async function updateRollCallRevoked(
  tx: Transaction,
  agency: AgencyId,
  id: RollCallId,
  revoked: { readonly by: PersonId; readonly at: Date; readonly since: Date; readonly reason: string },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('policy_acknowledgment')
    .set({ revoked_at: revoked.at, revoked_by: revoked.by, revoke_reason: revoked.reason })
    .where('agency_id', '=', agency)
    .where('roll_call_id', '=', id)
    .where('recorded_by', '=', revoked.by)
    .where('recorded_at', '>', revoked.since)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
