import type { Agency } from '../agency/agency.ts';
import { agencyById } from '../agency/agency-actions.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { Transaction } from '../database/acting.ts';
import { done, refused } from '../outcome.ts';
import { listAppeals, listBarredFromApproving } from './appeal-store.ts';
import { followUpsLeft, lastAnswerDay } from './review-limits.ts';
import { approvalWaitingMail, caseClosedMail, submissionReturnedMail } from './review-mail-content.ts';
import { lockOwnReview, type ReviewAct, type Reviewed } from './review-step-actions.ts';
import { mailAgency, mailReviewers, recordReview } from './review-trace-actions.ts';
import { unprovenRequirements } from './sample-hold-actions.ts';
import { setDecisionsAside } from './set-aside-actions.ts';
import { allowedOnAppeal, type Decision, resultOf, roundsOfCase, type Submission } from './submission.ts';
import { updateDecision, updateSubmission } from './submission-step-store.ts';
import { listSubmissions } from './submission-store.ts';

export { approveSubmission, sendBackToReviewer } from './approval-actions.ts';
export { claimReview, handOverReview, releaseReview } from './claim-actions.ts';
export { countOpenReviews } from './review-queue-store.ts';
export { type ReviewAct, reviewActOf } from './review-step-actions.ts';

export interface RequirementDecision {
  readonly requirement: Requirement;
  readonly decision: Decision;
  readonly comment: string;
}

/** Decides one requirement, with its grounds. It may be decided anew until the review is finished. */
export async function decideRequirement(
  tx: Transaction,
  act: ReviewAct,
  id: string,
  decided: RequirementDecision,
): Reviewed<Submission> {
  const found = await lockOwnReview(tx, act, id);
  if (!found.ok) return found;
  if (decided.decision !== 'met' && decided.comment === '') return refused({ code: 'comment-missing' });
  if (decided.decision === 'returned' && (await wasAllowed(tx, found.value, decided.requirement))) {
    return refused({ code: 'allowed-on-appeal' });
  }
  await updateDecision(tx, found.value.id, decided.requirement, { ...decided, by: act.person });
  return found;
}

async function wasAllowed(
  tx: Transaction,
  { agency, caseId }: Submission,
  requirement: Requirement,
): Promise<boolean> {
  const rounds = roundsOfCase(caseId, await listSubmissions(tx, agency));
  return allowedOnAppeal(rounds).has(requirement);
}

/** What a finished review came to. Closed: it came back once more than the agency may answer. */
export type FinishedAs = 'returned' | 'closed' | 'awaiting-approval';

/**
 * Ends the review: back to the agency when something is missing, on to the second reviewer when everything is met. It
 * doesn't end while a decision of somebody with ties is in it: that is set aside now.
 */
export async function finishReview(tx: Transaction, act: ReviewAct, id: string): Reviewed<FinishedAs> {
  const found = await lockOwnReview(tx, act, id);
  if (!found.ok) return found;
  const submission = found.value;
  if (await setDecisionsAside(tx, act, submission)) return refused({ code: 'decisions-set-aside' });
  const result = resultOf(submission.reviews);
  if (result.is === 'undecided') return refused({ code: 'undecided', requirements: result.requirements });
  const agency = await agencyById(tx, submission.agency);
  if (result.is === 'all-met') {
    // A round that goes back needs no proofs: the next one draws a sample of its own.
    const unproven = await unprovenRequirements(tx, submission);
    if (unproven.length > 0) return refused({ code: 'sample-speaks-against', requirements: unproven });
    await passOn(tx, act, submission, agency);
    return done('awaiting-approval');
  }
  return done(await giveBack(tx, act, submission, agency));
}

async function passOn(
  tx: Transaction,
  act: ReviewAct,
  submission: Submission,
  agency: Agency,
): Promise<void> {
  await updateSubmission(tx, submission.id, { state: 'awaiting-approval', reviewedAt: act.now });
  await recordReview(tx, submission.agency, 'review-finished', submission.id, decisionsOf(submission));
  const mail = approvalWaitingMail({
    agency: agency.name,
    campaign: act.campaign.name,
    url: `${act.siteUrl}/campaign/reviews/${submission.id}`,
  });
  await mailReviewers(tx, submission.agency, mail, await listBarredFromApproving(tx, submission));
}

async function giveBack(
  tx: Transaction,
  act: ReviewAct,
  submission: Submission,
  agency: Agency,
): Promise<'returned' | 'closed'> {
  const answerBy = lastAnswerDay(dayIn(agency.timeZone, act.now), act.limits);
  const about = {
    agency: agency.name,
    campaign: act.campaign.name,
    url: `${act.siteUrl}/workspace/${agency.slug}/review`,
    answerBy,
  };
  const left = await answersLeft(tx, act, submission);
  if (left > 0) {
    await updateSubmission(tx, submission.id, { state: 'returned', reviewedAt: act.now, answerBy });
    const details = { ...decisionsOf(submission), answerBy };
    await recordReview(tx, submission.agency, 'submission-returned', submission.id, details);
    await mailAgency(tx, submission.agency, submissionReturnedMail({ ...about, left }));
    return 'returned';
  }
  const because = 'follow-ups-used';
  await updateSubmission(tx, submission.id, {
    state: 'closed',
    reviewedAt: act.now,
    closing: { at: act.now, because },
    answerBy,
  });
  const details = { ...decisionsOf(submission), because };
  await recordReview(tx, submission.agency, 'case-closed', submission.id, details);
  await mailAgency(tx, submission.agency, caseClosedMail({ ...about, because }));
  return 'closed';
}

/** How often the agency may answer from here on, this return counted. */
async function answersLeft(tx: Transaction, act: ReviewAct, submission: Submission): Promise<number> {
  const rounds = roundsOfCase(submission.caseId, await listSubmissions(tx, submission.agency));
  const before = rounds.filter(({ round, state }) => round < submission.round && state !== 'taken-back');
  const appeals = await listAppeals(tx, submission.agency);
  const reopenings = appeals.filter(
    (appeal) =>
      appeal.requirement === undefined &&
      appeal.state.is === 'allowed' &&
      rounds.some(({ id }) => id === appeal.submission),
  );
  return followUpsLeft(act.limits, { returns: before.length + 1, reopenings: reopenings.length });
}

function decisionsOf({ round, reviews }: Submission) {
  return {
    round,
    decisions: Object.fromEntries(reviews.map(({ requirement, decision }) => [requirement, decision])),
  };
}
