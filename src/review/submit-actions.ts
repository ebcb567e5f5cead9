import { agencyById } from '../agency/agency-actions.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { isOpenToRenewal } from '../certification/certificate-standing.ts';
import { certificateStandings, listCertificates } from '../certification/certification-actions.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { lockPledgeIn } from '../pledge/pledge-actions.ts';
import { keepTakenSnapshot } from '../snapshot/keep-snapshot-actions.ts';
import { type Snapshot, thaw } from '../snapshot/snapshot.ts';
import { takeAgencySnapshot } from '../snapshot/take-snapshot-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { standingOf } from '../workspace/standing-actions.ts';
import { listAppeals } from './appeal-store.ts';
import { submissionWaitingMail } from './review-mail-content.ts';
import { mailReviewers, recordReview } from './review-trace-actions.ts';
import {
  latestRound,
  openStates,
  type ReviewRefusal,
  roundsUnder,
  type Submission,
  type SubmissionId,
  type SubmitRefusal,
} from './submission.ts';
import { changesBetween } from './submission-change.ts';
import { updateSubmission } from './submission-step-store.ts';
import {
  findFrozenSubmission,
  findSubmission,
  holdAuditedActs,
  insertSubmission,
  listSubmissions,
  lockSubmission,
} from './submission-store.ts';

export interface Offer {
  readonly note: string;
  /** What the agency says to each thing it was asked for in the round before. */
  readonly answers: ReadonlyMap<Requirement, string>;
}

/** Whether the agency's newest certificate has ended or ends soon: then its work is looked at anew. */
export async function mayBeCertifiedAgain(
  tx: Transaction,
  { agency, now }: Pick<AgencyAct, 'agency' | 'now'>,
): Promise<boolean> {
  const [newest] = await listCertificates(tx, agency);
  if (!newest) return false;
  const { timeZone } = await agencyById(tx, agency);
  const standing = (await certificateStandings(tx, [newest.number])).get(newest.number) ?? { is: 'valid' };
  return isOpenToRenewal(standing, newest.validUntil, dayIn(timeZone, now));
}

/** Sends the agency's work in, frozen as it stands. Refused, with what is missing, while anything is outstanding. */
export async function submitForReview(
  tx: Transaction,
  act: AgencyAct,
  offer: Offer,
): Promise<Outcome<SubmissionId, SubmitRefusal>> {
  const pledge = await lockPledgeIn(tx, act.agency, 'active');
  if (!pledge.ok) return refused({ code: 'no-active-pledge' });
  // Somebody may be ending a partnership or changing the roster just now: the snapshot is of one moment, before or after.
  await holdAuditedActs(tx);
  const earlier = roundsUnder(pledge.value.id, await listSubmissions(tx, act.agency));
  if (earlier.some(({ state }) => openStates.includes(state))) return refused({ code: 'already-submitted' });
  const isCertified = earlier.some(({ state }) => state === 'approved');
  if (isCertified && !(await mayBeCertifiedAgain(tx, act))) return refused({ code: 'already-certified' });
  const last = latestRound(earlier);
  const appeals = await listAppeals(tx, act.agency);
  if (appeals.some(({ submission, state }) => submission === last?.id && state.is === 'waiting')) {
    return refused({ code: 'appeal-waiting' });
  }
  const agency = await agencyById(tx, act.agency);
  const standing = await standingOf(tx, act.agency, dayIn(agency.timeZone, act.now));
  const { rules, outstanding } = standing;
  if (outstanding.length > 0) return refused({ code: 'outstanding', outstanding });
  const snapshot = await takeAgencySnapshot(tx, { agency, pledge: pledge.value, standing });
  const round = Math.max(0, ...earlier.map((submission) => submission.round)) + 1;
  const answers = new Map(
    rules.requirements.map(({ requirement }) => [requirement, offer.answers.get(requirement) ?? ''] as const),
  );
  const id = await insertSubmission(tx, act.agency, {
    pledge: pledge.value.id,
    round,
    rulesVersion: rules.version,
    snapshot,
    changes: last && changesBetween(await snapshotOf(tx, last), thaw(snapshot.text)),
    note: offer.note,
    by: act.person,
    at: act.now,
    answers,
  });
  await keepTakenSnapshot(tx, act, id, agency, snapshot);
  await recordReview(tx, act.agency, 'submission-sent', id, { round, sha256: snapshot.sha256 });
  await mailReviewers(
    tx,
    act.agency,
    submissionWaitingMail({
      agency: agency.name,
      url: `${act.siteUrl}/campaign/reviews/${id}`,
      campaign: act.campaign,
      round,
    }),
  );
  return done(id);
}

async function snapshotOf(tx: Transaction, { id }: Submission): Promise<Snapshot> {
  const frozen = await findFrozenSubmission(tx, id);
  if (!frozen) throw new Error(`The submission ${id} is gone.`);
  return thaw(frozen.snapshotText);
}

/** Takes a submission back that nobody has ever begun to review: given back to the queue, it stays. */
export async function takeBackSubmission(
  tx: Transaction,
  act: AgencyAct,
  id: string,
): Promise<Outcome<SubmissionId, ReviewRefusal>> {
  const found = await findSubmission(tx, id);
  if (!found || found.agency !== act.agency) return refused({ code: 'submission-not-found' });
  // Row-level security lets an agency lock only what is still waiting.
  const submission = await lockSubmission(tx, id);
  if (submission?.state !== 'waiting' || submission.hasBegun) return refused({ code: 'submission-moved-on' });
  await updateSubmission(tx, submission.id, { state: 'taken-back' });
  await recordReview(tx, act.agency, 'submission-taken-back', submission.id, { round: submission.round });
  return done(submission.id);
}
