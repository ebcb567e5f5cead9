import { waitingVersion } from '../agreement/agreement-version.ts';
import { listVersions } from '../agreement/version-actions.ts';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { Partnership } from '../partnership/partnership.ts';
import type { PartnershipOnDay } from '../partnership/partnership-on-day.ts';
import type { PartnershipFacts } from '../requirement/requirement-facts.ts';
import { listJointWork } from './joint-facts-store.ts';
import { noJointWork } from './joint-work-facts.ts';

/** The same partnerships with the joint work of each, for the rules that ask whether they last. */
export async function withJointWork(
  tx: Transaction,
  agency: AgencyId,
  partnerships: readonly PartnershipFacts[],
): Promise<readonly PartnershipFacts[]> {
  if (partnerships.length === 0) return partnerships;
  const work = await listJointWork(tx, agency);
  return partnerships.map((facts) => ({
    ...facts,
    jointWork: (facts.id && work.get(facts.id)) ?? noJointWork,
  }));
}

/** What the rules need to know of one partnership as it stands on a day, as either side may ask. */
export async function sustainabilityFacts(
  tx: Transaction,
  partnership: PartnershipOnDay,
  today: CalendarDate,
): Promise<PartnershipFacts> {
  const { agency, partner, state, arrangement, agreement, isWritten, id, gap } = partnership;
  const work = await listJointWork(tx, agency.id);
  const versions = await listVersions(tx, { agency: agency.id, partnership: id });
  const isRenewing = state.is === 'active' && waitingVersion(versions)?.renews === true;
  return {
    id,
    partner: partner.name,
    state: standings[state.is],
    hasAgreement: agreement !== undefined || isWritten,
    termStartsOn: arrangement.termStartsOn,
    termEndsOn: arrangement.termEndsOn,
    reviewOn: arrangement.reviewOn,
    lastEndedOn: gap && gap.from <= today ? addDays(gap.from, -1) : undefined,
    renewalWaitsFor: isRenewing ? partnership.waitingFor : undefined,
    jointWork: work.get(id) ?? noJointWork,
  };
}

const standings: Readonly<Record<Partnership['state']['is'], PartnershipFacts['state']>> = {
  proposed: 'awaiting-partner',
  active: 'confirmed',
  declined: 'declined',
  ended: 'ended',
};
