import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from './database.ts';

const patienceMilliseconds = 3_000;

/** Asks the smallest question there is. Rejects when the database can't be reached, or doesn't answer in 3 seconds. */
export async function askDatabase(db: Database): Promise<void> {
  const answered = new AbortController();
  const tooLate = pause(patienceMilliseconds, undefined, { signal: answered.signal }).then(() => {
    throw new Error('The database did not answer in time.');
  });
  try {
    await Promise.race([sql`select 1`.execute(db), tooLate]);
  } finally {
    answered.abort();
    tooLate.catch(() => undefined);
  }
}
