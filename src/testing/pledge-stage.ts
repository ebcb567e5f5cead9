import type { KnownPerson } from '../identity/person-store.ts';
import type { Pledge, PledgeTerms } from '../pledge/pledge.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import { type AgencyStage, createAgencyStage } from './agency-stage.ts';
import { aCampaignMember } from './an-agency.ts';

/** An agency's pledge on the stage, and the campaign's reviewer who decides about it. */
export interface PledgeStage extends AgencyStage {
  readonly reviewer: KnownPerson;
  /** The pledge of the agency made last, as it stands now. */
  pledge(): Promise<Pledge | undefined>;
  state(): Promise<Pledge['state'] | undefined>;
  /** What the agency made last could pledge, 18 months and its own executive unless changed. */
  terms(change?: Partial<PledgeTerms>): PledgeTerms;
}

export async function createPledgeStage(): Promise<PledgeStage> {
  const stage = await createAgencyStage();
  const pledge = () => stage.made.as((tx) => pledgeOf(tx, stage.made.agency.id));
  return Object.assign(stage, {
    reviewer: await aCampaignMember(stage.databases, 'reviewer'),
    pledge,
    state: async () => (await pledge())?.state,
    terms(change: Partial<PledgeTerms> = {}): PledgeTerms {
      const { executive } = stage.made;
      return {
        targetMonths: 18,
        headcount: { sworn: 41, nonSworn: { dispatcher: 6 } },
        executive: { name: executive.name, rank: 'Chief of Police', email: executive.email },
        ...change,
      };
    },
  });
}
