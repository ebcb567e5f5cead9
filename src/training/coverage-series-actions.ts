import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { groupsByDay } from './coverage-series.ts';
import { listSharedHistories } from './coverage-series-store.ts';
import { catchUpWithDecisions } from './judging-actions.ts';

/**
 * Where the agency stood on each of these days under the rules, as it is known today: records that came later count for
 * the days they were completed on. Days without anybody on staff are missing; those after `today` are plans and not told.
 */
export async function coverageSeries(
  tx: Transaction,
  agency: AgencyId,
  rules: CampaignRules,
  days: readonly CalendarDate[],
  today: CalendarDate,
): Promise<ReadonlyMap<CalendarDate, Coverage>> {
  const past = [...new Set(days)].filter((day) => day <= today).sort();
  if (past.length === 0) return new Map();
  await catchUpWithDecisions(tx, agency);
  const groups = groupsByDay(past.length, await listSharedHistories(tx, agency, past));
  return new Map(
    past.flatMap((day, place) => {
      const own = groups[place] ?? [];
      return own.length === 0 ? [] : [[day, coverageOf(rules, own)] as const];
    }),
  );
}
