import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { ImportId } from './file-import.ts';
import { type DateDecision, type DoubtfulDate, knownAs } from './taken-dates.ts';

/** A doubtful date as the page shows it, with what the plan uses for it. */
export interface ListedDate extends Pick<DoubtfulDate, 'row' | 'field' | 'person' | 'text' | 'proposal'> {
  readonly decision: DateDecision | undefined;
}

export type DecidedDate = DoubtfulDate & { readonly decision: DateDecision | undefined };

export async function insertDoubtfulDates(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  dates: readonly DecidedDate[],
): Promise<void> {
  if (dates.length === 0) return;
  const rows = dates.map(({ decision, number, ...date }) => ({
    ...date,
    ...decision,
    known_as: knownAs({ ...date, number }),
  }));
  await sql`
    insert into import_date (agency_id, import_id, import_row, field, person, written, proposal, known_as, about,
                             day, decided)
    select ${agency}, ${id}, d.row, d.field, d.person, d.text, d.proposal, d.known_as, d.about, d.day, d.decided
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d (row int, field text, person text, text text, proposal date, known_as text, about text, day date, decided text)
    on conflict do nothing`.execute(tx);
}

export async function deleteDoubtfulDates(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void> {
  await tx.deleteFrom('import_date').where('agency_id', '=', agency).where('import_id', '=', id).execute();
}

export interface DatesShown {
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

/** One page of the doubtful dates, in the order of the file, and how many there are with the words searched for. */
export async function listDoubtfulDates(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  { search, limit, offset }: DatesShown,
): Promise<{ readonly dates: readonly ListedDate[]; readonly total: number }> {
  let found = tx
    .selectFrom('import_date')
    .select(['import_row as row', 'field', 'person', 'written as text', 'proposal', 'day', 'decided'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('agency_id', '=', agency)
    .where('import_id', '=', id);
  for (const pattern of wordPatterns(search))
    found = found.where(
      sql<boolean>`(lower(written) like ${pattern} or lower(person) like ${pattern}
        or lower(person) like ${`% ${pattern}`})`,
    );
  const rows = await found.orderBy('import_row').orderBy('field').limit(limit).offset(offset).execute();
  const dates = rows.map(({ total: _, proposal, day, decided, ...date }) => ({
    ...date,
    proposal: (proposal ?? undefined) as CalendarDate | undefined,
    decision: toDecision(decided, day as CalendarDate | null),
  }));
  return { dates, total: rows[0]?.total ?? 0 };
}

function toDecision(decided: string | null, day: CalendarDate | null): DateDecision | undefined {
  if (decided === 'left') return { decided };
  if ((decided === 'proposal' || decided === 'typed' || decided === 'remembered') && day)
    return { decided, day };
  return undefined;
}
