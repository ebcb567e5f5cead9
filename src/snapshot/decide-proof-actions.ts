import { agencyById } from '../agency/agency-actions.ts';
import { recordAudit } from '../audit/audit.ts';
import type { PersonId, Transaction } from '../database/acting.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
import type { SubmissionId } from '../review/submission.ts';
import { proofAskedAgainMail, sampleWidenedMail } from './sample-mail-content.ts';
import type { ProofDecision, SampleRefusal } from './sample-place.ts';
import { findPlace } from './sample-place-store.ts';
import { insertProofDecision, lockSample, mayOpenProofs } from './sample-proof-store.ts';
import type { SampleStanding } from './sample-standing.ts';
import { standingOfSubmission } from './sample-standing-actions.ts';
import { wantedOf } from './show-proof-actions.ts';
import { findSampledSubmission, type SampledSubmission } from './snapshot-store.ts';

export { mayOpenProofs } from './sample-proof-store.ts';

/** Who reviews, when, and what mails name. */
export interface ProofReviewAct {
  readonly person: PersonId;
  readonly now: Date;
  readonly siteUrl: string;
  readonly campaign: { readonly name: string };
}

export interface ProofFinding {
  /** The proof that was looked at, as the page showed it. */
  readonly proof: string;
  readonly decision: ProofDecision;
  /** Why; '' is enough where it was accepted. */
  readonly word: string;
}

/**
 * The reviewer decides about the proof of one sampled record, and may decide anew until the review ends. A record that fails
 * widens the sample: then the agency is told that more is asked for.
 */
export async function decideProof(
  tx: Transaction,
  act: ProofReviewAct,
  at: { readonly submission: SubmissionId; readonly place: number },
  finding: ProofFinding,
): Promise<Outcome<SampleStanding, SampleRefusal>> {
  const submission = await findSampledSubmission(tx, at.submission);
  if (!submission) return refused({ code: 'submission-not-found' });
  await lockSample(tx, submission);
  if (submission.state !== 'in-review') return refused({ code: 'review-ended' });
  const isTheirs = submission.reviewer === act.person && (await mayOpenProofs(tx, submission));
  if (!isTheirs) return refused({ code: 'not-the-reviewer' });
  if (finding.decision !== 'accepted' && finding.word === '') return refused({ code: 'word-missing' });
  const before = await standingOfSubmission(tx, submission);
  const found = await findPlace(tx, submission, at.place);
  if (!found || found.place > wantedOf(before)) return refused({ code: 'record-not-found' });
  if (!found.proof) return refused({ code: 'nothing-shown' });
  if (found.proof.id !== finding.proof) return refused({ code: 'proof-changed' });
  const { decision, word } = finding;
  const decided = { proof: found.proof.id, decision, word, by: act.person, at: act.now };
  await insertProofDecision(tx, { ...submission, place: at.place }, decided);
  await recordAudit(
    tx,
    { agency: submission.agency },
    {
      action: `sample-proof-${decision}`,
      subject: { kind: 'submission', id: submission.id },
      details: { place: at.place },
    },
  );
  const after = await standingOfSubmission(tx, submission);
  await tellAgency(tx, act, submission, {
    decision,
    wantedBefore: wantedOf(before),
    wanted: wantedOf(after),
  });
  return done(after);
}

async function tellAgency(
  tx: Transaction,
  act: ProofReviewAct,
  { agency: id }: SampledSubmission,
  came: { readonly decision: ProofDecision; readonly wantedBefore: number; readonly wanted: number },
): Promise<void> {
  const isWidened = came.wanted > came.wantedBefore;
  if (!isWidened && came.decision !== 'asked-again') return;
  const agency = await agencyById(tx, id);
  const url = `${act.siteUrl}/workspace/${agency.slug}/review/sample`;
  const about = { agency: agency.name, campaign: act.campaign.name, url };
  const mail = isWidened ? sampleWidenedMail({ ...about, wanted: came.wanted }) : proofAskedAgainMail(about);
  const { emails } = await agencyLeaders(tx, id);
  for (const to of emails) await postMail(tx, { ...mail, to });
}
