import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { findDirectoryEntryOf } from '../directory/directory-actions.ts';
import { rulesOf } from '../training/coverage-actions.ts';
import { coverageSeries } from '../training/coverage-series-actions.ts';
import { type Baseline, baselineBefore, shownMonths } from './baseline.ts';
import { lastDayOf, type Month, monthsFrom } from './month.ts';
import { findSetting, outcomeCounts } from './outcome-actions.ts';
import type { OutcomeView, ViewAsked } from './outcome-view.ts';

/** The baseline that was chosen, or the year before the pledge; undefined without either. */
export async function baselineOf(tx: Transaction, agency: AgencyId): Promise<Baseline | undefined> {
  const { baseline } = await findSetting(tx, agency);
  if (baseline) return baseline;
  const entry = await findDirectoryEntryOf(tx, agency);
  return entry && baselineBefore(entry.pledgedOn);
}

/**
 * What the page of an agency's counts shows. `coverage` asks for training beside them: the roster is the agency's own, so
 * only its own people get it.
 */
export async function viewOutcomes(
  tx: Transaction,
  agency: AgencyId,
  asked: ViewAsked,
  today: CalendarDate,
  coverage: 'with-coverage' | 'counts-alone',
): Promise<OutcomeView> {
  const baseline = await baselineOf(tx, agency);
  const usual = shownMonths(baseline, today);
  const { first = usual.first, last = usual.last, measure } = asked;
  const counts = await outcomeCounts(tx, agency);
  return {
    measure,
    first,
    last,
    counts,
    baseline,
    coverage:
      coverage === 'with-coverage' ? await coverageByMonth(tx, agency, first, last, today) : undefined,
  };
}

async function coverageByMonth(
  tx: Transaction,
  agency: AgencyId,
  first: Month,
  last: Month,
  today: CalendarDate,
) {
  const months = monthsFrom(first, last);
  const rules = await rulesOf(tx, agency);
  const byDay = await coverageSeries(tx, agency, rules, months.map(lastDayOf), today);
  return new Map(
    months.flatMap((month) => {
      const coverage = byDay.get(lastDayOf(month));
      return coverage ? [[month, coverage] as const] : [];
    }),
  );
}
