import type { Campaign } from '../../src/demo/demo-campaign.ts';
import { as, person, type Stage } from '../../src/demo/demo-stage.ts';
import { grantCampaignRole } from '../../src/identity/membership-actions.ts';
import type { JourneyAgency } from '../agency.ts';

/** The people of the campaign who meet this agency, with their roles. */
export async function campaignPeople(
  stage: Stage,
  { reviewer, secondReviewer, administrator }: JourneyAgency,
): Promise<Campaign> {
  const member = async ({ email, name }: JourneyAgency['reviewer'], role: 'reviewer' | 'administrator') => {
    const known = await person(stage, email, name);
    await as(stage, { as: 'system' }, (tx) => grantCampaignRole(tx, { person: known.id, role }));
    return known;
  };
  return {
    reviewer: await member(reviewer, 'reviewer'),
    secondReviewer: await member(secondReviewer, 'reviewer'),
    administrator: await member(administrator, 'administrator'),
  };
}
