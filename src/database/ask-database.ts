import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Asks the smallest question there is. Rejects when the database can't be reached. */
export async function askDatabase(db: Database): Promise<void> {
  await sql`select 1`.execute(db);
}
