import { sql } from 'kysely';
import type { PersonId } from '../database/acting.ts';
import type { Database } from '../database/database.ts';

export interface SessionRow {
  readonly id: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly secondFactorAt: Date | undefined;
}

/** Every session of a person that is not past its absolute limit, the last used first. */
export async function listSessions(identity: Database, person: PersonId): Promise<readonly SessionRow[]> {
  const rows = await identity
    .selectFrom('identity.session')
    .select(['id', 'user_agent', 'created_at', 'updated_at', 'second_factor_at'])
    .where('person_id', '=', person)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('updated_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.user_agent ?? '',
    createdAt: row.created_at,
    lastUsedAt: row.updated_at,
    secondFactorAt: row.second_factor_at ?? undefined,
  }));
}

export async function touchSession(identity: Database, id: string): Promise<void> {
  await identity
    .updateTable('identity.session')
    .set({ updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

export async function markSecondFactor(identity: Database, id: string): Promise<void> {
  const { numUpdatedRows } = await identity
    .updateTable('identity.session')
    .set({ second_factor_at: sql`now()` })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Error('The session that passed the second factor is gone.');
}

/** Ends one session of this person; false when there is none such. */
export async function deleteSession(identity: Database, person: PersonId, id: string): Promise<boolean> {
  const { numDeletedRows } = await identity
    .deleteFrom('identity.session')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Ends every session of a person, but the one to keep; answers how many. */
export async function deleteSessions(identity: Database, person: PersonId, keep?: string): Promise<number> {
  let query = identity.deleteFrom('identity.session').where('person_id', '=', person);
  if (keep) query = query.where('id', '<>', keep);
  const { numDeletedRows } = await query.executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/**
 * Removes what has run out: sessions past their limit, links and challenges nobody used. Rows that somebody else
 * is removing at this moment are left to them.
 */
export async function deleteExpired(identity: Database): Promise<void> {
  await sql`delete from identity.session where id in
    (select id from identity.session where expires_at < now() limit 1000 for update skip locked)`.execute(
    identity,
  );
  await sql`delete from identity.verification where id in
    (select id from identity.verification where expires_at < now() limit 1000 for update skip locked)`.execute(
    identity,
  );
}
