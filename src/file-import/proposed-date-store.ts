import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { ImportId } from './file-import.ts';
import type { ProposedDate } from './taken-dates.ts';

export async function insertProposedDates(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  dates: readonly ProposedDate[],
): Promise<void> {
  if (dates.length === 0) return;
  await sql`
    insert into import_date (agency_id, import_id, import_row, field, person, written, proposal)
    select ${agency}, ${id}, d.row, d.field, d.person, d.text, d.proposal
    from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb)
      as d (row int, field text, person text, text text, proposal date)
    on conflict do nothing`.execute(tx);
}

export async function deleteProposedDates(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void> {
  await tx.deleteFrom('import_date').where('agency_id', '=', agency).where('import_id', '=', id).execute();
}

export interface DatesShown {
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

/** One page of the proposals, in the order of the file, and how many there are with the words searched for. */
export async function listProposedDates(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  { search, limit, offset }: DatesShown,
): Promise<{ readonly dates: readonly ProposedDate[]; readonly total: number }> {
  let found = tx
    .selectFrom('import_date')
    .select(['import_row as row', 'field', 'person', 'written as text', 'proposal'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('agency_id', '=', agency)
    .where('import_id', '=', id);
  for (const pattern of wordPatterns(search))
    found = found.where(
      sql<boolean>`(lower(written) like ${pattern} or lower(person) like ${pattern}
        or lower(person) like ${`% ${pattern}`})`,
    );
  const rows = await found.orderBy('import_row').orderBy('field').limit(limit).offset(offset).execute();
  const dates = rows.map(({ total: _, proposal, ...date }) => ({
    ...date,
    proposal: proposal as ProposedDate['proposal'],
  }));
  return { dates, total: rows[0]?.total ?? 0 };
}
