import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';

const linkValue = z.object({ email: z.string() });

/** The address a link signs in, while the link can still be used. Looking doesn't use it up. */
export async function findLinkEmail(identity: Database, storedToken: string): Promise<string | undefined> {
  const row = await identity
    .selectFrom('identity.verification')
    .select('value')
    .where('identifier', '=', storedToken)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return row && linkValue.parse(JSON.parse(row.value)).email;
}
