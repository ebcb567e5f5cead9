import { recordAudit } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Acting, type AgencyId, actingAs, type Transaction } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ExportFormat } from '../table-export/table-download.ts';
import { type Month, monthOf } from './month.ts';
import { entryTrouble, type MonthEntry, type OutcomeRefusal, type ShownMonth } from './month-entry.ts';
import { type CountedMonth, countsOf, type OutcomeCounts } from './outcome-counts.ts';
import type { OutcomeMeasure } from './outcome-measure.ts';
import type { OutcomeSetting } from './outcome-setting.ts';
import { findSetting, upsertSetting } from './outcome-setting-store.ts';
import { deleteCounts, findRevision, listCounts, lockCounts, upsertCounts } from './outcome-store.ts';

export { findSetting } from './outcome-setting-store.ts';
export { findCountedSpan, listChanges, type OutcomeChange } from './outcome-store.ts';

/** The counts of an agency in these months; all of them without a range. `tx` acts for it or for an active partner. */
export async function outcomeCounts(
  tx: Transaction,
  agency: AgencyId,
  range?: { readonly first: Month; readonly last: Month },
): Promise<OutcomeCounts> {
  return countsOf(await listCounts(tx, agency, range));
}

export async function monthToEnter(tx: Transaction, agency: AgencyId, month: Month): Promise<ShownMonth> {
  const counts = await outcomeCounts(tx, agency, { first: month, last: month });
  return { month, counts: counts.get(month) ?? {}, revision: await findRevision(tx, agency, month) };
}

/**
 * Saves what was entered for a month. Left blank stays as it is. The month under way may be entered and corrected later;
 * one that lies ahead may not. Refused when the month has changed since `revision`.
 */
export async function enterMonth(
  tx: Transaction,
  agency: AgencyId,
  {
    month,
    revision,
    entry,
  }: { readonly month: Month; readonly revision: number; readonly entry: MonthEntry },
  today: CalendarDate,
): Promise<Outcome<number, OutcomeRefusal>> {
  if (month > monthOf(today)) return refused({ code: 'month-not-over' });
  await lockCounts(tx, agency);
  const now = await monthToEnter(tx, agency, month);
  if (now.revision !== revision)
    return refused({ code: 'month-changed', now: now.counts, revision: now.revision });
  const crossed = entryTrouble(now.counts, entry);
  if (crossed.length > 0) return refused({ code: 'counts-impossible', crossed });
  const cells = Object.entries(entry.counts) as [OutcomeMeasure, number][];
  const changed =
    (await upsertCounts(
      tx,
      agency,
      cells.map(([measure, count]) => ({ month, measure, count })),
    )) + (await deleteCounts(tx, agency, month, entry.notCounted));
  if (changed > 0)
    await recordAudit(
      tx,
      { agency },
      {
        action: 'outcomes-entered',
        subject: { kind: 'monthly-outcome', id: month },
        details: { month, changed },
      },
    );
  return done(changed);
}

/** Saves whether the counts are shared with the campaign, and which months are the baseline. */
export async function decideSetting(
  tx: Transaction,
  agency: AgencyId,
  setting: OutcomeSetting,
): Promise<Outcome<undefined, OutcomeRefusal>> {
  const before = await findSetting(tx, agency);
  if (!(await upsertSetting(tx, agency, setting))) return refused({ code: 'setting-changed' });
  const subject = { kind: 'outcome-setting', id: agency };
  if (before.sharesWithCampaign !== setting.sharesWithCampaign)
    await recordAudit(
      tx,
      { agency },
      {
        action: setting.sharesWithCampaign ? 'outcomes-shared' : 'outcomes-no-longer-shared',
        subject,
      },
    );
  const { first, last } = setting.baseline ?? {};
  if (before.baseline?.first !== first || before.baseline?.last !== last)
    await recordAudit(
      tx,
      { agency },
      {
        action: 'outcome-baseline-chosen',
        subject,
        details: first && last ? { first, last } : {},
      },
    );
  return done(undefined);
}

/** Hands all counts out, oldest first; that somebody took them is written down. */
export async function exportOutcomes(
  db: Database,
  acting: Acting & { readonly as: 'agency' },
  format: ExportFormat,
): Promise<AsyncIterable<readonly CountedMonth[]>> {
  const { agency } = acting;
  const counts = await actingAs(db, acting, async (tx) => {
    await recordAudit(
      tx,
      { agency },
      { action: 'outcomes-exported', subject: { kind: 'agency', id: agency }, details: { format } },
    );
    return outcomeCounts(tx, agency);
  });
  const months = [...counts].map(([month, of]) => ({ month, counts: of }));
  return oneBatch(months);
}

async function* oneBatch<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  if (rows.length > 0) yield rows;
}
