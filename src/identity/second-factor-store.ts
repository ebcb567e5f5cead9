import { sql } from 'kysely';
import type { PersonId } from '../database/acting.ts';
import type { Database } from '../database/database.ts';

/** `pending` while the set-up waits for its first code. */
export type SecondFactorState = 'off' | 'pending' | 'on';

export async function findSecondFactorState(
  identity: Database,
  person: PersonId,
): Promise<SecondFactorState> {
  const row = await identity
    .selectFrom('identity.person as p')
    .leftJoin('identity.two_factor as t', 't.person_id', 'p.id')
    .select(['p.two_factor_enabled', 't.verified'])
    .where('p.id', '=', person)
    .executeTakeFirst();
  if (row?.two_factor_enabled) return 'on';
  return row?.verified === false ? 'pending' : 'off';
}

/** Turns the second factor off without a code: for somebody who lost phone and backup codes, by the operator. */
export async function deleteSecondFactor(identity: Database, person: PersonId): Promise<void> {
  await identity.transaction().execute(async (tx) => {
    await tx.deleteFrom('identity.two_factor').where('person_id', '=', person).execute();
    await tx
      .updateTable('identity.person')
      .set({ two_factor_enabled: false, updated_at: sql`now()` })
      .where('id', '=', person)
      .execute();
  });
}
