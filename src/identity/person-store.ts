import { sql } from 'kysely';
import type { PersonId } from '../database/acting.ts';
import type { Database } from '../database/database.ts';

export interface KnownPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
}

export async function findPersonByEmail(identity: Database, email: string): Promise<KnownPerson | undefined> {
  const row = await identity
    .selectFrom('identity.person')
    .select(['id', 'name', 'email'])
    .where('email', '=', email)
    .executeTakeFirst();
  return row && { ...row, id: row.id as PersonId };
}

/** The person with this address, made when there is none. Two callers at once get the same one. */
export async function ensurePerson(identity: Database, email: string, name = ''): Promise<KnownPerson> {
  const row = await identity
    .insertInto('identity.person')
    .values({ email, name, email_verified: true })
    .onConflict((conflict) =>
      // Nothing changes; a key column named here would wait for everybody who just referred to the person.
      conflict.column('email').doUpdateSet({ name: (eb) => eb.ref('identity.person.name') }),
    )
    .returning(['id', 'name', 'email'])
    .executeTakeFirstOrThrow();
  return { ...row, id: row.id as PersonId };
}

export async function updateName(identity: Database, person: PersonId, name: string): Promise<void> {
  const { numUpdatedRows } = await identity
    .updateTable('identity.person')
    .set({ name, updated_at: sql`now()` })
    .where('id', '=', person)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Error('The person to rename is gone.');
}

export async function listPeople(
  identity: Database,
): Promise<readonly (KnownPerson & { createdAt: Date })[]> {
  const rows = await identity
    .selectFrom('identity.person')
    .select(['id', 'name', 'email', 'created_at'])
    .orderBy('email')
    .execute();
  return rows.map((row) => ({
    id: row.id as PersonId,
    name: row.name,
    email: row.email,
    createdAt: row.created_at,
  }));
}

/** Whether this person has to enter a code after the emailed link. */
export async function hasSecondFactor(identity: Database, person: PersonId): Promise<boolean> {
  const row = await identity
    .selectFrom('identity.person')
    .select('two_factor_enabled')
    .where('id', '=', person)
    .executeTakeFirst();
  return row?.two_factor_enabled ?? false;
}
