import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { firstDayOf, type Month, monthOf } from './month.ts';
import type { CountedCell } from './outcome-counts.ts';
import type { OutcomeMeasure } from './outcome-measure.ts';

interface CountRow {
  readonly month: CalendarDate;
  readonly measure: OutcomeMeasure;
  readonly count: number;
}

/** All counts of an agency that lie in these months, oldest first. */
export async function listCounts(
  tx: Transaction,
  agency: AgencyId,
  range?: { readonly first: Month; readonly last: Month },
): Promise<readonly CountedCell[]> {
  const within = range
    ? sql`and month between ${firstDayOf(range.first)}::date and ${firstDayOf(range.last)}::date`
    : sql``;
  const { rows } = await sql<CountRow>`select month, measure, count from monthly_outcome
    where agency_id = ${agency} ${within} order by month, measure`.execute(tx);
  return rows.map(({ month, ...cell }) => ({ ...cell, month: monthOf(month) }));
}

/** The first and the last month of which anything was counted. */
export async function findCountedSpan(
  tx: Transaction,
  agency: AgencyId,
): Promise<{ readonly first: Month; readonly last: Month } | undefined> {
  const { rows } = await sql<{ first: CalendarDate | null; last: CalendarDate | null }>`
    select min(month) as first, max(month) as last from monthly_outcome where agency_id = ${agency}`.execute(
    tx,
  );
  const { first, last } = rows[0] ?? { first: null, last: null };
  return first && last ? { first: monthOf(first), last: monthOf(last) } : undefined;
}

/** Lets nobody else change the agency's counts until the transaction ends. */
export async function lockCounts(tx: Transaction, agency: AgencyId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`monthly outcomes of ${agency}`}, 0))`.execute(
    tx,
  );
}

/** Grows with every change of any count of these months; of the whole agency without a month. 0 before the first. */
export async function findRevision(tx: Transaction, agency: AgencyId, month?: Month): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    select coalesce(max(id), 0) as revision from monthly_outcome_change
    where agency_id = ${agency} ${month ? sql`and month = ${firstDayOf(month)}::date` : sql``}`.execute(tx);
  return rows[0]?.revision ?? 0;
}

/** Takes these counts in, in one statement; a count that is the same already is not touched. Answers how many changed. */
export async function upsertCounts(
  tx: Transaction,
  agency: AgencyId,
  cells: readonly CountedCell[],
): Promise<number> {
  if (cells.length === 0) return 0;
  const result = await sql`
    insert into monthly_outcome (agency_id, month, measure, count)
    select ${agency}::uuid, c.month, c.measure, c.count
    from unnest(${cells.map(({ month }) => firstDayOf(month))}::date[], ${cells.map(({ measure }) => measure)}::text[],
      ${cells.map(({ count }) => count)}::int[]) as c (month, measure, count)
    on conflict (agency_id, month, measure) do update set count = excluded.count
      where monthly_outcome.count <> excluded.count`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

/** Makes these measures of a month “not counted”. Answers how many had been counted. */
export async function deleteCounts(
  tx: Transaction,
  agency: AgencyId,
  month: Month,
  measures: readonly OutcomeMeasure[],
): Promise<number> {
  if (measures.length === 0) return 0;
  const result = await sql`delete from monthly_outcome where agency_id = ${agency}
    and month = ${firstDayOf(month)}::date and measure = any(${[...measures]}::text[])`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

/** One count that came (`was` is missing), changed, or went (`became` is missing). */
export interface OutcomeChange {
  readonly id: number;
  readonly at: Date;
  /** Undefined where the reader may not know it, or no person did it. */
  readonly personName: string | undefined;
  readonly month: Month;
  readonly measure: OutcomeMeasure;
  readonly was: number | undefined;
  readonly became: number | undefined;
}

interface ChangeRow extends Omit<OutcomeChange, 'month' | 'personName' | 'was' | 'became'> {
  readonly month: CalendarDate;
  readonly name: string | null;
  readonly was: number | null;
  readonly became: number | null;
  readonly total: number;
}

/** One page of an agency's changes, newest first, of one month where it is named. */
export async function listChanges(
  tx: Transaction,
  agency: AgencyId,
  query: { readonly month: Month | undefined; readonly limit: number; readonly offset: number },
): Promise<{ readonly changes: readonly OutcomeChange[]; readonly total: number }> {
  const { rows } = await sql<ChangeRow>`
    select c.id, c.changed_at as at, p.name, c.month, c.measure, c.was, c.became, count(*) over () as total
    from monthly_outcome_change c left join person p on p.id = c.changed_by
    where c.agency_id = ${agency} ${query.month ? sql`and c.month = ${firstDayOf(query.month)}::date` : sql``}
    order by c.id desc limit ${query.limit} offset ${query.offset}`.execute(tx);
  const changes = rows.map(({ month, name, was, became, total: _, ...row }) => ({
    ...row,
    month: monthOf(month),
    personName: name ?? undefined,
    was: was ?? undefined,
    became: became ?? undefined,
  }));
  return { changes, total: rows[0]?.total ?? 0 };
}

/** The months of which a count changed after a revision. */
export async function listChangedMonths(
  tx: Transaction,
  agency: AgencyId,
  after: number,
): Promise<readonly Month[]> {
  const { rows } = await sql<{ month: CalendarDate }>`select distinct month from monthly_outcome_change
    where agency_id = ${agency} and id > ${after} order by month`.execute(tx);
  return rows.map(({ month }) => monthOf(month));
}
