import type { Selectable } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { HandOver as HandOverTable } from '../database/schema.ts';
import type { HandOver, HandOverId, PassedRole } from './hand-over.ts';

export type HandOverToKeep = Omit<HandOver, 'id' | 'state'>;

/** Undefined when the role is already on its way to somebody. */
export async function insertHandOver(
  tx: Transaction,
  offer: HandOverToKeep,
): Promise<HandOverId | undefined> {
  const row = await tx
    .insertInto('hand_over')
    .values({
      agency_id: offer.agency,
      role: offer.role,
      email: offer.email,
      offered_by: offer.offeredBy,
      offered_as: offer.offeredAs,
      reason: offer.reason,
      state: 'offered',
      offered_at: offer.offeredAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row && (row.id as HandOverId);
}

/** The roles of the agency that are on their way just now. */
export async function listOffered(tx: Transaction, agency: AgencyId): Promise<readonly HandOver[]> {
  const rows = await tx
    .selectFrom('hand_over')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('state', '=', 'offered')
    .orderBy('role')
    .execute();
  return rows.map(handOverOf);
}

export async function findHandOver(
  tx: Transaction,
  agency: AgencyId,
  id: HandOverId,
): Promise<HandOver | undefined> {
  const row = await one(tx, agency, id).executeTakeFirst();
  return row && handOverOf(row);
}

export async function lockHandOver(
  tx: Transaction,
  agency: AgencyId,
  id: HandOverId,
): Promise<HandOver | undefined> {
  const row = await one(tx, agency, id).forUpdate().executeTakeFirst();
  return row && handOverOf(row);
}

export async function closeHandOver(
  tx: Transaction,
  handOver: HandOver,
  closing: { readonly state: 'accepted' | 'declined' | 'cancelled'; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('hand_over')
    .set({ state: closing.state, closed_at: closing.at })
    .where('agency_id', '=', handOver.agency)
    .where('id', '=', handOver.id)
    .where('state', '=', 'offered')
    .returning('id')
    .executeTakeFirstOrThrow();
}

function one(tx: Transaction, agency: AgencyId, id: HandOverId) {
  return tx.selectFrom('hand_over').selectAll().where('agency_id', '=', agency).where('id', '=', id);
}

function handOverOf(row: Selectable<HandOverTable>): HandOver {
  return {
    agency: row.agency_id as AgencyId,
    id: row.id as HandOverId,
    role: row.role as PassedRole,
    email: row.email,
    offeredBy: row.offered_by as PersonId,
    offeredAs: row.offered_as === 'campaign' ? 'campaign' : 'agency',
    reason: row.reason,
    offeredAt: row.offered_at,
    state: row.state as HandOver['state'],
  };
}
