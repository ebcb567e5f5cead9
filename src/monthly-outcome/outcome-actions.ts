import { recordAudit } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { type Month, monthOf } from './month.ts';
import { entryTrouble, type MonthEntry, type OutcomeRefusal } from './month-entry.ts';
import { countsOf, type MonthCounts, type OutcomeCounts } from './outcome-counts.ts';
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

/** A month as a form shows it. */
export interface ShownMonth {
  readonly month: Month;
  readonly counts: MonthCounts;
  readonly revision: number;
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
