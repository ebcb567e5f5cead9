import { sql } from 'kysely';
import type { PartnerId, PersonId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { Representative } from './representative.ts';

/** Everybody who speaks for the organization now. */
export async function listRepresentatives(
  tx: Transaction,
  partner: PartnerId,
): Promise<readonly Representative[]> {
  const rows = await tx
    .selectFrom('partner_membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.person_id', 'm.since', 'p.name', 'p.email'])
    .where('m.partner_id', '=', partner)
    .where('m.ended_at', 'is', null)
    .orderBy('p.name', inReadingOrder)
    .orderBy('p.email')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id as PersonId,
    name: row.name ?? '',
    email: row.email ?? '',
    since: row.since,
  }));
}

/** Holds everybody's place until this transaction ends, so that the last two can't leave at the same moment. */
export async function lockRepresentatives(tx: Transaction, partner: PartnerId): Promise<void> {
  await tx
    .selectFrom('partner_membership')
    .select('id')
    .where('partner_id', '=', partner)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function endRepresentative(
  tx: Transaction,
  partner: PartnerId,
  membership: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('partner_membership')
    .set({ ended_at: sql`now()` })
    .where('id', '=', membership)
    .where('partner_id', '=', partner)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
