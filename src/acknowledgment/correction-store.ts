import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { AcknowledgedHow, Acknowledgment, AcknowledgmentId } from './acknowledgment.ts';

export interface KeptAcknowledgment extends Acknowledgment {
  readonly staff: StaffId;
  /** As somebody typed it with their own word. */
  readonly typedName: string | undefined;
  readonly revoked: { readonly at: Date; readonly reason: string } | undefined;
}

export async function findAcknowledgment(
  tx: Transaction,
  agency: AgencyId,
  id: AcknowledgmentId,
): Promise<KeptAcknowledgment | undefined> {
  const row = await tx
    .selectFrom('policy_acknowledgment')
    .select(['id', 'staff_id', 'acknowledged_on', 'how', 'supervisor_name', 'typed_name'])
    .select(['revoked_at', 'revoke_reason'])
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { revoked_at: at, revoke_reason: reason } = row;
  return {
    id: row.id as AcknowledgmentId,
    staff: row.staff_id as StaffId,
    on: row.acknowledged_on as CalendarDate,
    how: row.how as AcknowledgedHow,
    supervisor: row.supervisor_name ?? undefined,
    typedName: row.typed_name ?? undefined,
    revoked: at === null || reason === null ? undefined : { at, reason },
  };
}

/** Answers false when it was revoked before. */
export async function updateRevoked(
  tx: Transaction,
  agency: AgencyId,
  id: AcknowledgmentId,
  revoked: { readonly by: PersonId; readonly at: Date; readonly reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('policy_acknowledgment')
    .set({ revoked_at: revoked.at, revoked_by: revoked.by, revoke_reason: revoked.reason })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
