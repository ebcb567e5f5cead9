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
