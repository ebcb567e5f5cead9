import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type CampaignRules, campaignRules, currentRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { CoverageGroup } from './coverage-group.ts';
import { listCountedStaff, listCoverageGroups } from './coverage-store.ts';
import { catchUpWithDecisions } from './judging-actions.ts';
import type { Measure, PeopleStanding } from './people-query.ts';

export { type CountedStaff, countRecords } from './coverage-store.ts';
export { type Expiring, listExpiring } from './expiring-store.ts';

/** The rules an agency's pledge was taken under; the current ones before it has one. */
export async function rulesOf(tx: Transaction, agency: AgencyId): Promise<CampaignRules> {
  const pledge = await pledgeOf(tx, agency);
  return pledge ? campaignRules(pledge.rulesVersion) : currentRules;
}

/**
 * Everybody of the agency in groups that `coverageOf` and `whatChanges` count. `tx` acts for the agency. Records
 * completed after `today` count for no day.
 */
export async function coverageGroupsOn(
  tx: Transaction,
  agency: AgencyId,
  day: CalendarDate,
  today: CalendarDate = day,
): Promise<readonly CoverageGroup[]> {
  await catchUpWithDecisions(tx, agency);
  return listCoverageGroups(tx, agency, { day, today });
}

/** Where the agency stands on a day under these rules; undefined while nobody is on its roster. */
export async function coverageAsOf(
  tx: Transaction,
  agency: AgencyId,
  rules: CampaignRules,
  day: CalendarDate,
  today: CalendarDate = day,
): Promise<Coverage | undefined> {
  const groups = await coverageGroupsOn(tx, agency, day, today);
  return groups.length === 0 ? undefined : coverageOf(rules, groups);
}

/** One page of the people who are counted on a day and stand so under the rules. */
export async function peopleStanding(
  tx: Transaction,
  agency: AgencyId,
  rules: CampaignRules,
  query: Measure & {
    readonly standing: PeopleStanding;
    readonly search: string;
    readonly limit: number;
    readonly offset: number;
  },
) {
  await catchUpWithDecisions(tx, agency);
  return listCountedStaff(tx, agency, {
    ...query,
    advanced: rules.advanced.programs,
    base: rules.trained.basePrograms,
    baseForAll: rules.trained.baseNeededBy === 'everyone',
    countsNonSworn: rules.trained.of === 'sworn-and-selected-non-sworn',
  });
}
