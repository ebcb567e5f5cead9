import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';
import type { OutcomeMeasure } from './outcome-measure.ts';
import type { SharedYear } from './shared-total.ts';

interface YearRow {
  readonly agency_id: string;
  readonly region: string;
  readonly sworn: number | null;
  readonly measure: OutcomeMeasure;
  readonly count: number | null;
  readonly months: number;
}

/** What agencies share of a year; small counts are hidden by the view itself. `tx` acts for the campaign. */
export async function listSharedYear(tx: Transaction, year: number): Promise<readonly SharedYear[]> {
  const { rows } = await sql<YearRow>`select agency_id, region, sworn, measure, count, months
    from shared_outcome_year where year = ${year}`.execute(tx);
  return rows.map(({ agency_id, sworn, count, ...row }) => ({
    ...row,
    agency: agency_id,
    sworn: sworn ?? undefined,
    count: count ?? 'hidden',
  }));
}

/** The years of which anything is shared, latest first. */
export async function listSharedYears(tx: Transaction): Promise<readonly number[]> {
  const { rows } = await sql<{
    year: number;
  }>`select distinct year from shared_outcome_year order by year desc`.execute(tx);
  return rows.map(({ year }) => year);
}
