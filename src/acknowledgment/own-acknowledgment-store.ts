import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { PolicyId } from '../policy/policy.ts';
import type { StaffId } from '../roster/staff-member.ts';

/** The day the person acknowledged a version. The transaction acts for the person, who sees no others. */
export async function findOwnAcknowledgment(
  tx: Transaction,
  agency: AgencyId,
  policy: PolicyId,
  staff: StaffId,
): Promise<CalendarDate | undefined> {
  const row = await tx
    .selectFrom('policy_acknowledgment')
    .select('acknowledged_on')
    .where('agency_id', '=', agency)
    .where('policy_id', '=', policy)
    .where('staff_id', '=', staff)
    .where('revoked_at', 'is', null)
    .where('gave_way_in', 'is', null)
    .executeTakeFirst();
  return row && (row.acknowledged_on as CalendarDate);
}

/** Writes the person's own word; nothing when it is there already. */
export async function insertOwnAcknowledgment(
  tx: Transaction,
  agency: AgencyId,
  own: {
    readonly policy: PolicyId;
    readonly staff: StaffId;
    readonly person: PersonId;
    readonly name: string;
    readonly on: CalendarDate;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('policy_acknowledgment')
    .values({
      agency_id: agency,
      policy_id: own.policy,
      staff_id: own.staff,
      how: 'account',
      acknowledged_on: own.on,
      recorded_at: own.at,
      recorded_by: own.person,
      typed_name: own.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
