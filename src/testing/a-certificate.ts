import type { CertificateNumber } from '../certification/certificate.ts';
import { certifyAgency } from '../certification/certification-actions.ts';
import type { CampaignWords } from '../config.ts';
import { actingAs } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import type { SubmissionId } from '../review/submission.ts';
import { aSubmission } from './a-submission.ts';
import { type AgencyForTests, aCampaignMember } from './an-agency.ts';

/** A certificate of an agency with an active pledge, as the approval of its submission issues it; somebody else reviewed it. */
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
  const { now = new Date() } = options;
  const snapshotSha256 = await reviewed(databases, submission);
  return actingAs(databases.app, { as: 'campaign', person: by.id }, async (tx) => {
    await tx
      .updateTable('submission')
      .set({ state: 'approved', approver: by.id, approved_at: now })
      .where('id', '=', submission)
      .execute();
    return certifyAgency(tx, {
      agency: made.agency,
      submission,
      snapshotSha256,
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
      now,
      years: options.years ?? 0,
    });
  });
}

/** Finds everything met, as a member of the campaign made for it; answers the snapshot's hash. */
async function reviewed(databases: Databases, submission: SubmissionId): Promise<string> {
  const reviewer = await aCampaignMember(databases, 'reviewer');
  return actingAs(databases.app, { as: 'campaign', person: reviewer.id }, async (tx) => {
    const round = tx.updateTable('submission').where('id', '=', submission);
    await round.set({ state: 'in-review', reviewer: reviewer.id }).execute();
    await tx
      .updateTable('submission_requirement')
      .set({ decision: 'met', decided_by: reviewer.id, decided_at: new Date() })
      .where('submission_id', '=', submission)
      .execute();
    const finished = round.set({ state: 'awaiting-approval' }).returning('snapshot_sha256');
    return (await finished.executeTakeFirstOrThrow()).snapshot_sha256;
  });
}

const wordsForTests: CampaignWords = {
  name: 'One Mind Campaign',
  issuer: 'The Issuer',
  contact: 'contact@campaign.test',
  supportStatement: '',
  disclaimer: '',
  signatory: { name: 'The President', title: 'President' },
};
