import type { CampaignWords, Config } from '../config.ts';
import type { PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReviewLimits } from './review-limits.ts';
import { findTies } from './review-tie-store.ts';
import type { ReviewRefusal, Submission, SubmissionState } from './submission.ts';
import { actsAsAdministrator } from './submission-step-store.ts';
import { lockSubmission } from './submission-store.ts';

/** Who reviews, when, by which limits, and what mails and certificates name. */
export interface ReviewAct {
  readonly person: PersonId;
  readonly now: Date;
  readonly siteUrl: string;
  readonly campaign: CampaignWords;
  readonly limits: ReviewLimits;
  /** Years a certificate lasts; 0, or nothing, is without end. */
  readonly certificateYears?: number;
}

/** The act of somebody of the campaign, under the settings of this site. */
export function reviewActOf(
  {
    siteUrl,
    campaign,
    review,
    certificates,
  }: Pick<Config, 'siteUrl' | 'campaign' | 'review' | 'certificates'>,
  person: PersonId,
  now: Date,
): ReviewAct {
  return { person, now, siteUrl, campaign, limits: review, certificateYears: certificates.years };
}

export type Reviewed<Value> = Promise<Outcome<Value, ReviewRefusal>>;

/** Locks, then looks again: what was true when the page was shown may not be true any more. */
export async function lockIn(
  tx: Transaction,
  act: ReviewAct,
  id: string,
  state: SubmissionState,
): Reviewed<Submission> {
  const found = await lockInAnyTies(tx, id, state);
  if (!found.ok) return found;
  const ties = await findTies(tx, act.person, found.value.agency);
  return ties.length > 0 ? refused({ code: 'has-ties', ties }) : found;
}

/** The review that is this person's own. */
export async function lockOwnReview(tx: Transaction, act: ReviewAct, id: string): Reviewed<Submission> {
  const found = await lockIn(tx, act, id, 'in-review');
  return found.ok ? ownOnly(found.value, act) : found;
}

/** The same for giving it away, which nobody's ties forbid; an administrator may, when the reviewer has left. */
export async function lockToGiveAway(tx: Transaction, act: ReviewAct, id: string): Reviewed<Submission> {
  const found = await lockInAnyTies(tx, id, 'in-review');
  if (!found.ok || (await actsAsAdministrator(tx))) return found;
  return ownOnly(found.value, act);
}

async function lockInAnyTies(tx: Transaction, id: string, state: SubmissionState): Reviewed<Submission> {
  const submission = await lockSubmission(tx, id);
  if (!submission) return refused({ code: 'submission-not-found' });
  return submission.state === state ? done(submission) : refused({ code: 'submission-moved-on' });
}

function ownOnly(submission: Submission, act: ReviewAct): Outcome<Submission, ReviewRefusal> {
  return submission.reviewer === act.person ? done(submission) : refused({ code: 'not-the-reviewer' });
}
