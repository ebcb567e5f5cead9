import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';
import { placesGivenOut, type StatusPlace } from './status-entry.ts';

/** The list that still takes credentials, made when there is none; nobody else takes a place until the transaction ends. Acts for the program. */
export async function lockOpenList(tx: Transaction): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('credential status places'))`.execute(tx);
  const open = await tx
    .selectFrom('credential_status_list')
    .select('list')
    .where('given_out', '<', placesGivenOut)
    .orderBy('list')
    .executeTakeFirst();
  if (open) return open.list;
  const { list } = await tx
    .insertInto('credential_status_list')
    .defaultValues()
    .returning('list')
    .executeTakeFirstOrThrow();
  return list;
}

/** False when the place was given out before. */
export async function insertStatus(tx: Transaction, { list, index }: StatusPlace): Promise<boolean> {
  const row = await tx
    .insertInto('credential_status')
    .values({ list, place: index })
    .onConflict((conflict) => conflict.doNothing())
    .returning('place')
    .executeTakeFirst();
  if (!row) return false;
  await tx
    .updateTable('credential_status_list')
    .set((build) => ({ given_out: build('given_out', '+', 1) }))
    .where('list', '=', list)
    .execute();
  return true;
}

/** How often something on the list was ended; undefined when there is no such list. */
export async function findListVersion(tx: Transaction, list: number): Promise<string | undefined> {
  const row = await tx
    .selectFrom('credential_status_list')
    .select(sql<string>`version::text`.as('version'))
    .where('list', '=', list)
    .executeTakeFirst();
  return row?.version;
}

/** The places of a list whose credentials were ended. */
export async function listEnded(tx: Transaction, list: number): Promise<Int32Array> {
  // One text is read many times as fast as a hundred thousand rows.
  const { rows } = await sql<{ places: string | null }>`
    select string_agg(place::text, ' ') as places from credential_status
    where list = ${list} and ended_at is not null`.execute(tx);
  const places = rows[0]?.places;
  return places ? Int32Array.from(places.split(' '), Number) : new Int32Array();
}

/** Whether a credential was ended; undefined when nobody was ever given this place. */
export async function findIsEnded(
  tx: Transaction,
  { list, index }: StatusPlace,
): Promise<boolean | undefined> {
  const row = await tx
    .selectFrom('credential_status')
    .select('ended_at')
    .where('list', '=', list)
    .where('place', '=', index)
    .executeTakeFirst();
  return row && row.ended_at !== null;
}
