import { agencyById } from '../agency/agency-actions.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import { type AgencyId, actingAs, type Transaction } from '../database/acting.ts';
import type { JobDeps } from '../jobs/job-work.ts';
import { lockPledgeIn } from '../pledge/pledge-actions.ts';
import { listAppeals } from './appeal-store.ts';
import { lastAnswerDay } from './review-limits.ts';
import { caseClosedMail } from './review-mail-content.ts';
import { mailAgency, recordReview } from './review-trace-actions.ts';
import { latestRound, roundsUnder, type Submission, type SubmissionId } from './submission.ts';
import { listLateReturns, updateSubmission } from './submission-step-store.ts';
import { listSubmissions, lockSubmission } from './submission-store.ts';

type ClosingDeps = Pick<JobDeps, 'config' | 'db' | 'now'>;

/**
 * Closes every case whose time to answer has passed, with its grounds, and tells the agency. May run as often as one likes,
 * and in several processes at once. Answers how many were closed.
 */
export async function closeLateCases(deps: ClosingDeps): Promise<number> {
  const late = await actingAs(deps.db.app, { as: 'system' }, (tx) => listLateReturns(tx, deps.now()));
  let closed = 0;
  for (const round of late) {
    const isClosed = await actingAs(deps.db.app, { as: 'system' }, (tx) => closeLate(tx, deps, round));
    if (isClosed) closed += 1;
  }
  return closed;
}

interface LateRound {
  readonly agency: AgencyId;
  readonly id: SubmissionId;
}

/** Looks again behind the locks: the agency may have answered or appealed a moment ago. The transaction acts for the program. */
async function closeLate(tx: Transaction, deps: ClosingDeps, { agency, id }: LateRound): Promise<boolean> {
  // The pledge first, as sending in does: of an answer and the closing only one happens.
  const pledge = await lockPledgeIn(tx, agency, 'active');
  if (!pledge.ok) return false;
  const submission = await lockSubmission(tx, id);
  if (!submission || !(await isLate(tx, submission, pledge.value.id, deps.now()))) return false;
  await close(tx, deps, submission);
  return true;
}

async function isLate(tx: Transaction, submission: Submission, pledge: string, now: Date): Promise<boolean> {
  const { agency, answerBy, state } = submission;
  if (state !== 'returned' || !answerBy) return false;
  const { timeZone } = await agencyById(tx, agency);
  if (dayIn(timeZone, now) <= answerBy) return false;
  const latest = latestRound(roundsUnder(pledge, await listSubmissions(tx, agency)));
  if (latest?.id !== submission.id) return false;
  const appeals = await listAppeals(tx, agency);
  return !appeals.some((appeal) => appeal.submission === submission.id && appeal.state.is === 'waiting');
}

async function close(tx: Transaction, { config, now }: ClosingDeps, submission: Submission): Promise<void> {
  const agency = await agencyById(tx, submission.agency);
  const because = 'answer-time-passed';
  const answerBy = lastAnswerDay(dayIn(agency.timeZone, now()), config.review);
  await updateSubmission(tx, submission.id, {
    state: 'closed',
    closing: { at: now(), because },
    answerBy,
  });
  const details = { round: submission.round, because, answerBy: submission.answerBy };
  await recordReview(tx, agency.id, 'case-closed', submission.id, details);
  const mail = caseClosedMail({
    agency: agency.name,
    campaign: config.campaign.name,
    url: `${config.siteUrl}/workspace/${agency.slug}/review`,
    because,
    answerBy,
  });
  await mailAgency(tx, agency.id, mail);
}
