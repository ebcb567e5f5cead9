import type { CertificateNumber } from '../certification/certificate.ts';
import { certifyAgency } from '../certification/certification-actions.ts';
import type { CampaignWords } from '../config.ts';
import { actingAs } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import { aSubmission } from './a-submission.ts';
import type { AgencyForTests } from './an-agency.ts';

/** A certificate of an agency with an active pledge, as the approval of its submission issues it. */
export async function aCertificate(
  databases: Databases,
  made: AgencyForTests,
  by: KnownPerson,
  options: { readonly years?: number; readonly now?: Date } = {},
): Promise<CertificateNumber> {
  const submission = await aSubmission(made);
  const pledge = await made.as((tx) => pledgeOf(tx, made.agency.id));
  if (pledge?.state.is !== 'active') throw new Error('Only an active pledge is certified.');
  const { takenOn } = pledge.state.term;
  return actingAs(databases.app, { as: 'campaign', person: by.id }, (tx) =>
    certifyAgency(tx, {
      agency: made.agency,
      submission,
      snapshotSha256: '0'.repeat(64),
      rules: pledge.rulesVersion,
      agencyName: made.agency.name,
      city: made.agency.city,
      region: made.agency.region,
      pledgedOn: takenOn,
      letter: {
        executive: { name: pledge.executive.name, rank: pledge.executive.rank },
        addressLines: [made.agency.address],
        figures: { sworn: 40, advanced: 9, trained: 40 },
      },
      campaign: wordsForTests,
      now: options.now ?? new Date(),
      years: options.years ?? 0,
    }),
  );
}

const wordsForTests: CampaignWords = {
  name: 'One Mind Campaign',
  issuer: 'The Issuer',
  contact: 'contact@campaign.test',
  supportStatement: '',
  disclaimer: '',
  signatory: { name: 'The President', title: 'President' },
};
