import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyId, PersonId } from '../database/acting.ts';
import type { Outstanding } from '../requirement/requirement-reason.ts';
import type { ReviewTie } from './review-tie.ts';
import type { RoundPart } from './round-part.ts';
import type { SubmissionChange } from './submission-change.ts';

/** Letters of a note, an answer or a comment of a review. */
export const longestText = 4_000;

export type SubmissionId = Brand<'SubmissionId'>;

/**
 * Where a submission is on its way: sent in, with a reviewer, back at the agency, with the second reviewer, decided, or
 * closed because nobody answered in time or often enough was answered.
 */
export type SubmissionState =
  | 'waiting'
  | 'in-review'
  | 'returned'
  | 'awaiting-approval'
  | 'approved'
  | 'taken-back'
  | 'closed';

export const openStates: readonly SubmissionState[] = ['waiting', 'in-review', 'awaiting-approval'];

/** Met; met with a remark for the time to come; or returned with what to do. The last two need words. */
export type Decision = 'met' | 'met-with-remark' | 'returned';

export const decisions: readonly Decision[] = ['met', 'met-with-remark', 'returned'];

export function isDecision(text: string): text is Decision {
  return decisions.some((decision) => decision === text);
}

export type ClosingReason = 'answer-time-passed' | 'follow-ups-used';

/** How far the newest round under a pledge is, and which requirements came back with it. */
export interface ReviewProgress {
  readonly state: SubmissionState;
  /** Empty unless the round was returned; without what counts as met on appeal. */
  readonly returned: readonly Requirement[];
  /** What counts as met in this case since an appeal was allowed, in whatever round it was filed. */
  readonly allowed: readonly Requirement[];
}

/** One requirement in one round: what the agency answered, what the reviewer decided. */
export interface RequirementReview {
  readonly requirement: Requirement;
  readonly answer: string;
  readonly decision: Decision | undefined;
  readonly comment: string;
  readonly decidedBy: PersonId | undefined;
  /** It was returned in this round or an earlier one of the case, the agency appealed, and a third person found that it counts as met. */
  readonly isAllowedOnAppeal: boolean;
}

export interface Submission {
  readonly agency: AgencyId;
  readonly id: SubmissionId;
  /** The first round of the case: rounds that follow returns belong together until it is approved or closed. */
  readonly caseId: SubmissionId;
  /** The pledge it was sent in under; rounds count from 1 under each. */
  readonly pledge: string;
  readonly round: number;
  readonly state: SubmissionState;
  readonly note: string;
  readonly submittedAt: Date;
  /** Somebody took it on once, or decided anything about it: then it can't be taken back, whoever has it now. */
  readonly hasBegun: boolean;
  readonly reviewer: PersonId | undefined;
  readonly approver: PersonId | undefined;
  readonly reviewedAt: Date | undefined;
  readonly approvedAt: Date | undefined;
  readonly approverNote: string;
  /** The last day to answer what was returned or to appeal the closing; set when either happened. */
  readonly answerBy: CalendarDate | undefined;
  readonly closing: { readonly at: Date; readonly because: ClosingReason } | undefined;
  /** What changed since the round before, as far as the queue tells it; undefined for the first. */
  readonly changes: readonly SubmissionChange[] | undefined;
  readonly snapshotSha256: string;
  readonly reviews: readonly RequirementReview[];
}

/** A submission with the very text that was frozen; large agencies have large ones, so lists go without. */
export interface FrozenSubmission extends Submission {
  readonly snapshotText: string;
}

export type SubmitRefusal =
  | { readonly code: 'no-active-pledge' }
  | { readonly code: 'already-submitted' }
  | { readonly code: 'already-certified' }
  /** What was returned is being decided by somebody else: then it may be met already. */
  | { readonly code: 'appeal-waiting' }
  | { readonly code: 'outstanding'; readonly outstanding: readonly Outstanding[] };

/** Which end of a review an approver looks at: another one follows when it was sent back. */
export function reviewSeen({ reviewedAt }: Pick<Submission, 'reviewedAt'>): string {
  return reviewedAt?.toISOString() ?? '';
}

export type ReviewRefusal =
  | { readonly code: 'submission-not-found' }
  /** Somebody else decided or took it a moment before. */
  | { readonly code: 'submission-moved-on' }
  /** It was sent back and reviewed anew since the approver looked. */
  | { readonly code: 'reviewed-anew' }
  | { readonly code: 'not-the-reviewer' }
  /** They had a part in the round themselves. */
  | { readonly code: 'reviewer-approves-own'; readonly parts: readonly RoundPart[] }
  /** Somebody who decided a part has a tie to the agency: that part was set aside just now. */
  | { readonly code: 'decisions-set-aside' }
  | { readonly code: 'has-ties'; readonly ties: readonly ReviewTie[] }
  | { readonly code: 'colleague-not-found' }
  | { readonly code: 'comment-missing' }
  /** It counts as met since an appeal was allowed. */
  | { readonly code: 'allowed-on-appeal' }
  | { readonly code: 'undecided'; readonly requirements: readonly Requirement[] }
  /** The sampled records don't show yet, or not at all, that these are met. */
  | { readonly code: 'sample-speaks-against'; readonly requirements: readonly Requirement[] };

/** What a finished review comes to: everything met, some of it on appeal, goes to the second reviewer, anything else back to the agency. */
export function resultOf(
  reviews: readonly RequirementReview[],
):
  | { readonly is: 'undecided'; readonly requirements: readonly Requirement[] }
  | { readonly is: 'returned' }
  | { readonly is: 'all-met' } {
  const undecided = reviews.filter((review) => review.decision === undefined);
  if (undecided.length > 0)
    return { is: 'undecided', requirements: undecided.map((review) => review.requirement) };
  return stillReturned(reviews).length > 0 ? { is: 'returned' } : { is: 'all-met' };
}

/** The rounds under one pledge; none where there is no pledge. */
export function roundsUnder(
  pledge: string | undefined,
  submissions: readonly Submission[],
): readonly Submission[] {
  return submissions.filter((submission) => submission.pledge === pledge);
}

/** The newest round that counts: what was taken back was never seen. */
export function latestRound(submissions: readonly Submission[]): Submission | undefined {
  return submissions
    .filter(({ state }) => state !== 'taken-back')
    .toSorted((a, b) => b.round - a.round)
    .at(0);
}

/** The rounds of the same case, the newest first. */
export function roundsOfCase(
  caseId: SubmissionId,
  submissions: readonly Submission[],
): readonly Submission[] {
  return submissions.filter((one) => one.caseId === caseId).toSorted((a, b) => b.round - a.round);
}

/** What the newest finished round asked the agency to do, by requirement. */
export function requestsOf(submissions: readonly Submission[]): ReadonlyMap<Requirement, string> {
  return askedIn(submissions, 'returned');
}

/** What was asked in a case that closed without an answer to it; no form takes answers to that any more. */
export function unansweredOf(submissions: readonly Submission[]): ReadonlyMap<Requirement, string> {
  return askedIn(submissions, 'closed');
}

function askedIn(
  submissions: readonly Submission[],
  state: 'returned' | 'closed',
): ReadonlyMap<Requirement, string> {
  const last = latestRound(submissions);
  if (last?.state !== state) return new Map();
  return new Map(
    stillReturned(last.reviews).map(({ requirement, comment }) => [requirement, comment] as const),
  );
}

/** What came back and was not found met on appeal. */
export function stillReturned(reviews: readonly RequirementReview[]): readonly RequirementReview[] {
  return reviews.filter(({ decision, isAllowedOnAppeal }) => decision === 'returned' && !isAllowedOnAppeal);
}

/** The requirements that count as met in every later round of the case, since an appeal was allowed. */
export function allowedOnAppeal(rounds: readonly Submission[]): ReadonlySet<Requirement> {
  const allowed = rounds.flatMap(({ reviews }) => reviews.filter((review) => review.isAllowedOnAppeal));
  return new Set(allowed.map(({ requirement }) => requirement));
}
