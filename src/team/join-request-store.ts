import type { Selectable } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { JoinRequest as JoinRequestTable } from '../database/schema.ts';
import type { JoinRequest, JoinRequestId, JoinRole } from './join-request.ts';

export type JoinRequestToKeep = Omit<JoinRequest, 'id' | 'state'>;

/** Undefined when this person has asked already and waits. */
export async function insertJoinRequest(
  tx: Transaction,
  request: JoinRequestToKeep,
): Promise<JoinRequestId | undefined> {
  const row = await tx
    .insertInto('join_request')
    .values({
      agency_id: request.agency,
      agency_name: request.agencyName,
      person_id: request.person,
      asker_name: request.askerName,
      asker_email: request.askerEmail,
      note: request.note,
      state: 'asked',
      asked_at: request.askedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row && (row.id as JoinRequestId);
}

/** The requests of an agency that wait, the oldest first. */
export async function listAsked(tx: Transaction, agency: AgencyId): Promise<readonly JoinRequest[]> {
  const rows = await tx
    .selectFrom('join_request')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('state', '=', 'asked')
    .orderBy('asked_at')
    .execute();
  return rows.map(joinRequestOf);
}

/** The requests of a person that wait. */
export async function listAskedBy(tx: Transaction, person: PersonId): Promise<readonly JoinRequest[]> {
  const rows = await tx
    .selectFrom('join_request')
    .selectAll()
    .where('person_id', '=', person)
    .where('state', '=', 'asked')
    .orderBy('asked_at')
    .execute();
  return rows.map(joinRequestOf);
}

/** Whether the agency was ever sent this request, also when it was decided. */
export async function hasJoinRequest(tx: Transaction, agency: AgencyId, id: JoinRequestId): Promise<boolean> {
  const row = await tx
    .selectFrom('join_request')
    .select('id')
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** A request that waits, kept for this transaction; undefined once it was decided. */
export async function lockAsked(
  tx: Transaction,
  agency: AgencyId,
  id: JoinRequestId,
): Promise<JoinRequest | undefined> {
  const row = await tx
    .selectFrom('join_request')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .forUpdate()
    .executeTakeFirst();
  return row && joinRequestOf(row);
}

export async function updateJoinDecided(
  tx: Transaction,
  request: JoinRequest,
  decision: { readonly role: JoinRole | undefined; readonly by: PersonId; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('join_request')
    .set({
      state: decision.role ? 'accepted' : 'declined',
      role: decision.role ?? null,
      decided_by: decision.by,
      decided_at: decision.at,
    })
    .where('agency_id', '=', request.agency)
    .where('id', '=', request.id)
    .returning('id')
    .executeTakeFirstOrThrow();
}

function joinRequestOf(row: Selectable<JoinRequestTable>): JoinRequest {
  return {
    agency: row.agency_id as AgencyId,
    agencyName: row.agency_name,
    id: row.id as JoinRequestId,
    person: row.person_id as PersonId,
    askerName: row.asker_name,
    askerEmail: row.asker_email,
    note: row.note,
    askedAt: row.asked_at,
    state: row.state as JoinRequest['state'],
  };
}
