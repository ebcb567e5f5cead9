import type { PersonId } from '../database/acting.ts';
import type { Database } from '../database/database.ts';

export interface StoredPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date | undefined;
}

export async function listPasskeys(identity: Database, person: PersonId): Promise<readonly StoredPasskey[]> {
  const rows = await identity
    .selectFrom('identity.passkey')
    .select(['id', 'name', 'created_at'])
    .where('person_id', '=', person)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name ?? '', createdAt: row.created_at ?? undefined }));
}

/** Removes a passkey of this person; false when they have none such. */
export async function deletePasskey(identity: Database, person: PersonId, id: string): Promise<boolean> {
  const { numDeletedRows } = await identity
    .deleteFrom('identity.passkey')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}
