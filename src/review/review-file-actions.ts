import type { PersonId, Transaction } from '../database/acting.ts';
import { type Snapshot, thaw } from '../snapshot/snapshot.ts';
import type { Appeal } from './appeal.ts';
import { listAppeals, listBarsFromApproving, listDeciders } from './appeal-store.ts';
import type { ReviewTie } from './review-tie.ts';
import { type Colleague, findTies, listColleagues } from './review-tie-store.ts';
import { partsOf, type RoundPart } from './round-part.ts';
import type { SetAsideInRound } from './set-aside.ts';
import { listSetAside } from './set-aside-store.ts';
import { type FrozenSubmission, roundsOfCase, type Submission } from './submission.ts';
import { changesBetween, type SubmissionChange } from './submission-change.ts';
import { actsAsAdministrator } from './submission-step-store.ts';
import { findFrozenSubmission, listSubmissions } from './submission-store.ts';

export {
  findFrozenSubmission as findFrozenReview,
  findSubmission as findReview,
  listSubmissions as listReviews,
} from './submission-store.ts';

/** All that somebody of the campaign needs to see of one round, and what they themselves may do in it. */
export interface ReviewFile {
  readonly submission: FrozenSubmission;
  readonly snapshot: Snapshot;
  /** Rounds before this one, under whatever pledge; the newest first. */
  readonly earlier: readonly Submission[];
  /** Other rounds of the same case. */
  readonly rounds: readonly Submission[];
  /** Since the round before under the same pledge; undefined for the first. */
  readonly changes: readonly SubmissionChange[] | undefined;
  readonly appeals: readonly Appeal[];
  readonly ties: readonly ReviewTie[];
  readonly isAdministrator: boolean;
  /** What they did in the round themselves, which keeps them from approving it. */
  readonly partsTaken: readonly RoundPart[];
  readonly setAside: SetAsideInRound;
  /** Had a hand in the decisions of the case: then no appeal in it is theirs. */
  readonly isDecider: boolean;
  /** Who could go on with it. */
  readonly colleagues: readonly Colleague[];
}

/** Undefined when there is no such submission. The transaction acts for the campaign. */
export async function reviewFile(tx: Transaction, me: PersonId, id: string): Promise<ReviewFile | undefined> {
  const submission = await findFrozenSubmission(tx, id);
  if (!submission) return undefined;
  const all = await listSubmissions(tx, submission.agency);
  const earlier = all.filter(({ submittedAt }) => submittedAt < submission.submittedAt);
  const rounds = roundsOfCase(submission.caseId, all);
  const appeals = await listAppeals(tx, submission.agency);
  const colleagues = await listColleagues(tx, submission.agency);
  return {
    submission,
    snapshot: thaw(submission.snapshotText),
    earlier,
    rounds,
    changes: await changesSince(tx, submission, earlier),
    appeals: appeals.filter((appeal) => rounds.some((round) => round.id === appeal.submission)),
    ties: await findTies(tx, me, submission.agency),
    isAdministrator: await actsAsAdministrator(tx),
    partsTaken: partsOf(me, await listBarsFromApproving(tx, submission)),
    setAside: await listSetAside(tx, submission),
    isDecider: (await listDeciders(tx, submission)).includes(me),
    colleagues: colleagues.filter(({ person }) => person !== submission.reviewer),
  };
}

async function changesSince(
  tx: Transaction,
  submission: FrozenSubmission,
  earlier: readonly Submission[],
): Promise<readonly SubmissionChange[] | undefined> {
  const before = earlier.find((one) => one.pledge === submission.pledge && one.state !== 'taken-back');
  const frozen = before && (await findFrozenSubmission(tx, before.id));
  return frozen && changesBetween(thaw(frozen.snapshotText), thaw(submission.snapshotText));
}
