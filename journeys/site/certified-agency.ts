import type { KnownPerson } from '../../src/identity/person-actions.ts';
import { aCertificate } from '../../src/testing/a-certificate.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../../src/testing/an-agency.ts';
import { withJourneyDatabase } from './journey-database.ts';

export interface CertifiedAgency {
  readonly made: AgencyForTests;
  readonly number: string;
  readonly reviewer: KnownPerson;
  readonly secondReviewer: KnownPerson;
}

/** An agency with a certificate, and two people of the campaign. The way there is the subject of other journeys. */
export function certifiedAgency(name: string): Promise<CertifiedAgency> {
  return withJourneyDatabase(async (databases) => {
    const made = await anAgency(databases, { facts: { name } });
    const reviewer = await aCampaignMember(databases, 'reviewer');
    const secondReviewer = await aCampaignMember(databases, 'reviewer');
    return { made, reviewer, secondReviewer, number: await aCertificate(databases, made, reviewer) };
  });
}
