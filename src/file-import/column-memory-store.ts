import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ImportTypes, SaidOfFile } from './file-import.ts';
import type { ImportSubject } from './import-subject.ts';

/** How a file with these headings was read the last time. */
export async function findRememberedColumns<T extends ImportTypes>(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubject<T>,
  shape: string,
): Promise<SaidOfFile<T> | undefined> {
  const row = await tx
    .selectFrom('column_memory')
    .select(['mapping', 'facts'])
    .where('agency_id', '=', agency)
    .where('subject', '=', subject.name)
    .where('shape', '=', shape)
    .executeTakeFirst();
  return row && JSON.parse(JSON.stringify(row));
}

export async function upsertRememberedColumns<T extends ImportTypes>(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubject<T>,
  shape: string,
  said: SaidOfFile<T>,
): Promise<void> {
  const remembered = { mapping: JSON.stringify(said.mapping), facts: JSON.stringify(said.facts) };
  await tx
    .insertInto('column_memory')
    .values({ agency_id: agency, subject: subject.name, shape, ...remembered })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'subject', 'shape']).doUpdateSet({ ...remembered, used_at: sql`now()` }),
    )
    .execute();
}
