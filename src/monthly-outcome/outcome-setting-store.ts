import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { firstDayOf, monthOf } from './month.ts';
import { type OutcomeSetting, undecided } from './outcome-setting.ts';

interface SettingRow {
  readonly shares_with_campaign: boolean;
  readonly baseline_first: CalendarDate | null;
  readonly baseline_last: CalendarDate | null;
  readonly revision: number;
}

export async function findSetting(tx: Transaction, agency: AgencyId): Promise<OutcomeSetting> {
  const { rows } = await sql<SettingRow>`select shares_with_campaign, baseline_first, baseline_last, revision
    from outcome_setting where agency_id = ${agency}`.execute(tx);
  const [row] = rows;
  if (!row) return undecided;
  const { baseline_first: first, baseline_last: last } = row;
  return {
    sharesWithCampaign: row.shares_with_campaign,
    baseline: first && last ? { first: monthOf(first), last: monthOf(last) } : undefined,
    revision: row.revision,
  };
}

/** Saves what was decided if nobody else has since `revision`; answers whether it did. */
export async function upsertSetting(
  tx: Transaction,
  agency: AgencyId,
  { sharesWithCampaign, baseline, revision }: OutcomeSetting,
): Promise<boolean> {
  const first = baseline ? firstDayOf(baseline.first) : null;
  const last = baseline ? firstDayOf(baseline.last) : null;
  const result = await sql`
    insert into outcome_setting (agency_id, shares_with_campaign, baseline_first, baseline_last, revision)
    values (${agency}, ${sharesWithCampaign}, ${first}, ${last}, ${revision + 1})
    on conflict (agency_id) do update set shares_with_campaign = excluded.shares_with_campaign,
      baseline_first = excluded.baseline_first, baseline_last = excluded.baseline_last, revision = excluded.revision
      where outcome_setting.revision = ${revision}`.execute(tx);
  return result.numAffectedRows === 1n;
}
