import type { AgencyId, Transaction } from '../database/acting.ts';
import type { Partnership } from '../partnership/partnership.ts';
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
  partnership: Partnership,
): Promise<PartnershipFacts> {
  const { agency, partner, state, arrangement, agreement, isWritten, id } = partnership;
  const work = await listJointWork(tx, agency.id);
  return {
    id,
    partner: partner.name,
    state: standings[state.is],
    hasAgreement: agreement !== undefined || isWritten,
    termStartsOn: arrangement.termStartsOn,
    termEndsOn: arrangement.termEndsOn,
    reviewOn: arrangement.reviewOn,
    jointWork: work.get(id) ?? noJointWork,
  };
}

const standings: Readonly<Record<Partnership['state']['is'], PartnershipFacts['state']>> = {
  proposed: 'awaiting-partner',
  active: 'confirmed',
  declined: 'declined',
  ended: 'ended',
};
