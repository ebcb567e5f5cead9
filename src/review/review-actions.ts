import { agencyById } from '../agency/agency-actions.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { certifyAgency } from '../certification/certification-actions.ts';
import type { CampaignWords } from '../config.ts';
import type { PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { lockPledgeIn } from '../pledge/pledge-actions.ts';
import { type Snapshot, thaw } from '../snapshot/snapshot.ts';
import { approvalWaitingMail, certifiedMail, submissionReturnedMail } from './review-mail-content.ts';
import { mailAgency, mailReviewers, recordReview } from './review-trace-actions.ts';
import {
  type Decision,
  type ReviewRefusal,
  resultOf,
  type Submission,
  type SubmissionState,
} from './submission.ts';
import {
  findSubmission,
  hasTiesTo,
  lockSubmission,
  updateDecision,
  updateSubmission,
} from './submission-store.ts';

/** Who reviews, when, and what mails and certificates name. */
export interface ReviewAct {
  readonly person: PersonId;
  readonly now: Date;
  readonly siteUrl: string;
  readonly campaign: CampaignWords;
}

export { countOpenReviews } from './review-queue-store.ts';

type Reviewed<Value> = Promise<Outcome<Value, ReviewRefusal>>;

/** Takes a waiting submission on. Nobody reviews an agency they belong to. */
export async function claimReview(tx: Transaction, act: ReviewAct, id: string): Reviewed<Submission> {
  const found = await lockIn(tx, act, id, 'waiting');
  if (!found.ok) return found;
  await updateSubmission(tx, found.value.id, {
    state: 'in-review',
    reviewer: act.person,
    stamp: { of: 'claimed_at', at: act.now },
  });
  await recordReview(tx, found.value.agency, 'review-begun', found.value.id);
  return found;
}

/** Gives a submission back to the queue, with what was decided so far. */
export async function releaseReview(tx: Transaction, act: ReviewAct, id: string): Reviewed<Submission> {
  const found = await lockOwnReview(tx, act, id);
  if (!found.ok) return found;
  await updateSubmission(tx, found.value.id, { state: 'waiting', reviewer: null });
  await recordReview(tx, found.value.agency, 'review-released', found.value.id);
  return found;
}

export interface RequirementDecision {
  readonly requirement: Requirement;
  readonly decision: Decision;
  readonly comment: string;
}

/** Decides one requirement: met, or returned with what to do. It may be decided anew until the review is finished. */
export async function decideRequirement(
  tx: Transaction,
  act: ReviewAct,
  id: string,
  decided: RequirementDecision,
): Reviewed<Submission> {
  const found = await lockOwnReview(tx, act, id);
  if (!found.ok) return found;
  if (decided.decision === 'returned' && decided.comment === '') return refused({ code: 'comment-missing' });
  await updateDecision(tx, found.value.id, decided.requirement, { ...decided, by: act.person });
  return found;
}

/** Ends the review: back to the agency when something is missing, on to the second reviewer when everything is met. */
export async function finishReview(
  tx: Transaction,
  act: ReviewAct,
  id: string,
): Reviewed<'returned' | 'awaiting-approval'> {
  const found = await lockOwnReview(tx, act, id);
  if (!found.ok) return found;
  const submission = found.value;
  const result = resultOf(submission.reviews);
  if (result.is === 'undecided') return refused({ code: 'undecided', requirements: result.requirements });
  const agency = await agencyById(tx, submission.agency);
  const about = { agency: agency.name, campaign: act.campaign.name };
  const state = result.is === 'returned' ? 'returned' : 'awaiting-approval';
  await updateSubmission(tx, submission.id, { state, stamp: { of: 'reviewed_at', at: act.now } });
  await recordReview(
    tx,
    submission.agency,
    state === 'returned' ? 'submission-returned' : 'review-finished',
    submission.id,
    {
      round: submission.round,
      decisions: Object.fromEntries(
        submission.reviews.map((review) => [review.requirement, review.decision]),
      ),
    },
  );
  if (state === 'returned') {
    const url = `${act.siteUrl}/workspace/${agency.slug}/review`;
    await mailAgency(tx, submission.agency, submissionReturnedMail({ ...about, url }));
  } else {
    const url = `${act.siteUrl}/campaign/reviews/${submission.id}`;
    await mailReviewers(tx, approvalWaitingMail({ ...about, url }), submission.reviewer);
  }
  return done(state);
}

/** The second reviewer approves: the agency is certified, listed and told, all at once. Answers the number. */
export async function approveSubmission(tx: Transaction, act: ReviewAct, id: string): Reviewed<string> {
  const known = await findSubmission(tx, id);
  if (!known) return refused({ code: 'submission-not-found' });
  // The pledge is locked before the submission, as a withdrawal does: of the two only one happens.
  const pledge = await lockPledgeIn(tx, known.agency, 'active');
  const found = await lockForApproval(tx, act, id);
  if (!found.ok) return found;
  if (!pledge.ok) return refused({ code: 'submission-moved-on' });
  const submission = found.value;
  await updateSubmission(tx, submission.id, {
    state: 'approved',
    approver: act.person,
    stamp: { of: 'approved_at', at: act.now },
  });
  await recordReview(tx, submission.agency, 'submission-approved', submission.id, {
    sha256: submission.snapshotSha256,
  });
  const agency = await agencyById(tx, submission.agency);
  const number = await certifyAgency(tx, {
    agency,
    submission: submission.id,
    snapshotSha256: submission.snapshotSha256,
    ...approvedFacts(thaw(submission.snapshotText)),
    campaign: act.campaign,
    now: act.now,
  });
  await mailAgency(
    tx,
    submission.agency,
    certifiedMail({
      agency: agency.name,
      campaign: act.campaign.name,
      number,
      verifyUrl: `${act.siteUrl}/verify/${number}`,
      url: `${act.siteUrl}/workspace/${agency.slug}/review`,
    }),
  );
  return done(number);
}

/** What certificate and letter say, as the snapshot has it. */
function approvedFacts({ rules, agency, pledge, facts }: Snapshot) {
  const { sworn, advanced, base } = facts.coverage ?? { sworn: 0, advanced: 0, base: 0 };
  return {
    rules,
    agencyName: agency.name,
    city: agency.city,
    region: agency.region,
    pledgedOn: pledge.takenOn,
    letter: {
      executive: { name: pledge.executiveName, rank: pledge.executiveRank },
      addressLines: agency.addressLines,
      figures: { sworn, advanced, trained: advanced + base },
    },
  };
}

/** The second reviewer doesn't agree: back to the first, with a word on why. */
export async function sendBackToReviewer(
  tx: Transaction,
  act: ReviewAct,
  id: string,
  note: string,
): Reviewed<Submission> {
  if (note === '') return refused({ code: 'comment-missing' });
  const found = await lockForApproval(tx, act, id);
  if (!found.ok) return found;
  await updateSubmission(tx, found.value.id, { state: 'in-review', approverNote: note });
  await recordReview(tx, found.value.agency, 'approval-declined', found.value.id);
  return found;
}

async function lockForApproval(tx: Transaction, act: ReviewAct, id: string): Reviewed<Submission> {
  const found = await lockIn(tx, act, id, 'awaiting-approval');
  if (found.ok && found.value.reviewer === act.person) return refused({ code: 'reviewer-approves-own' });
  return found;
}

async function lockOwnReview(tx: Transaction, act: ReviewAct, id: string): Reviewed<Submission> {
  const found = await lockIn(tx, act, id, 'in-review');
  if (found.ok && found.value.reviewer !== act.person) return refused({ code: 'not-the-reviewer' });
  return found;
}

/** Locks, then looks again: what was true when the page was shown may not be true any more. */
async function lockIn(
  tx: Transaction,
  act: ReviewAct,
  id: string,
  state: SubmissionState,
): Reviewed<Submission> {
  const submission = await lockSubmission(tx, id);
  if (!submission) return refused({ code: 'submission-not-found' });
  if (await hasTiesTo(tx, act.person, submission.agency)) return refused({ code: 'belongs-to-agency' });
  if (submission.state !== state) return refused({ code: 'submission-moved-on' });
  return done(submission);
}
