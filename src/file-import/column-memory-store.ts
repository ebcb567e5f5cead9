import { sql } from 'kysely';
import { type ColumnMemory, columnMemory, shapeKey } from '../columns/heading-shape.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ImportTypes, SaidOfFile } from './file-import.ts';
import type { ImportSubject } from './import-subject.ts';

export interface RememberedColumns<T extends ImportTypes> {
  readonly columns: ColumnMemory<T['field']>;
  readonly facts: T['facts'];
}

/** How a file with these headings was read the last time. */
export async function findRememberedColumns<T extends ImportTypes>(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubject<T>,
  headings: readonly string[],
): Promise<RememberedColumns<T> | undefined> {
  const shape = shapeKey(headings);
  if (shape === undefined) return undefined;
  const row = await tx
    .selectFrom('column_memory')
    .select(['columns', 'facts'])
    .where('agency_id', '=', agency)
    .where('subject', '=', subject.name)
    .where('shape', '=', shape)
    .executeTakeFirst();
  return row && JSON.parse(JSON.stringify(row));
}

/** Remembers how a file was read; one without headings can't be told from others and isn't remembered. */
export async function upsertRememberedColumns<T extends ImportTypes>(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubject<T>,
  headings: readonly string[],
  said: SaidOfFile<T>,
): Promise<void> {
  const shape = shapeKey(headings);
  if (shape === undefined) return;
  const remembered = {
    columns: JSON.stringify(columnMemory(headings, said.mapping)),
    facts: JSON.stringify(subject.lastingFacts(said.facts)),
  };
  await tx
    .insertInto('column_memory')
    .values({ agency_id: agency, subject: subject.name, shape, ...remembered })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'subject', 'shape']).doUpdateSet({ ...remembered, used_at: sql`now()` }),
    )
    .execute();
}
