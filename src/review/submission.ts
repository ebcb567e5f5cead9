import type { Brand } from '../brand.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyId, PersonId } from '../database/acting.ts';
import type { Outstanding } from '../requirement/requirement-reason.ts';

/** Letters of a note, an answer or a comment of a review. */
export const longestText = 4_000;

export type SubmissionId = Brand<'SubmissionId'>;

/** Where a submission is on its way: sent in, with a reviewer, back at the agency, with the second reviewer, decided. */
export type SubmissionState =
  | 'waiting'
  | 'in-review'
  | 'returned'
  | 'awaiting-approval'
  | 'approved'
  | 'taken-back';

export const openStates: readonly SubmissionState[] = ['waiting', 'in-review', 'awaiting-approval'];

export type Decision = 'met' | 'returned';

/** How far the newest round under a pledge is, and which requirements came back with it. */
export interface ReviewProgress {
  readonly state: SubmissionState;
  /** Empty unless the round was returned. */
  readonly returned: readonly Requirement[];
}

/** One requirement in one round: what the agency answered, what the reviewer decided. */
export interface RequirementReview {
  readonly requirement: Requirement;
  readonly answer: string;
  readonly decision: Decision | undefined;
  readonly comment: string;
}

export interface Submission {
  readonly agency: AgencyId;
  readonly id: SubmissionId;
  /** The pledge it was sent in under; rounds count from 1 under each. */
  readonly pledge: string;
  readonly round: number;
  readonly state: SubmissionState;
  readonly note: string;
  readonly submittedAt: Date;
  readonly reviewer: PersonId | undefined;
  readonly approver: PersonId | undefined;
  readonly reviewedAt: Date | undefined;
  readonly approvedAt: Date | undefined;
  readonly approverNote: string;
  readonly snapshotText: string;
  readonly snapshotSha256: string;
  readonly reviews: readonly RequirementReview[];
}

export type SubmitRefusal =
  | { readonly code: 'no-active-pledge' }
  | { readonly code: 'already-submitted' }
  | { readonly code: 'already-certified' }
  | { readonly code: 'outstanding'; readonly outstanding: readonly Outstanding[] };

export type ReviewRefusal =
  | { readonly code: 'submission-not-found' }
  /** Somebody else decided or took it a moment before. */
  | { readonly code: 'submission-moved-on' }
  | { readonly code: 'not-the-reviewer' }
  | { readonly code: 'reviewer-approves-own' }
  | { readonly code: 'belongs-to-agency' }
  | { readonly code: 'comment-missing' }
  | { readonly code: 'undecided'; readonly requirements: readonly Requirement[] };

/** What a finished review comes to: everything met goes to the second reviewer, anything else back to the agency. */
export function resultOf(
  reviews: readonly RequirementReview[],
):
  | { readonly is: 'undecided'; readonly requirements: readonly Requirement[] }
  | { readonly is: 'returned' }
  | { readonly is: 'all-met' } {
  const undecided = reviews.filter((review) => review.decision === undefined);
  if (undecided.length > 0)
    return { is: 'undecided', requirements: undecided.map((review) => review.requirement) };
  return reviews.some((review) => review.decision === 'returned') ? { is: 'returned' } : { is: 'all-met' };
}

/** The rounds under one pledge; none where there is no pledge. */
export function roundsUnder(
  pledge: string | undefined,
  submissions: readonly Submission[],
): readonly Submission[] {
  return submissions.filter((submission) => submission.pledge === pledge);
}

/** What the newest finished round asked the agency to do, by requirement. */
export function requestsOf(submissions: readonly Submission[]): ReadonlyMap<Requirement, string> {
  const last = submissions.toSorted((a, b) => b.round - a.round)[0];
  if (last?.state !== 'returned') return new Map();
  return new Map(
    last.reviews
      .filter((review) => review.decision === 'returned')
      .map((review) => [review.requirement, review.comment] as const),
  );
}
