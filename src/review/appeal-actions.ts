import { agencyById } from '../agency/agency-actions.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { switchActing, type Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { lockPledgeIn } from '../pledge/pledge-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { AppealId, AppealRefusal } from './appeal.ts';
import { findAppeal, insertAppeal, listDeciders, updateAppeal } from './appeal-store.ts';
import { appealFiledMail } from './review-mail-content.ts';
import { mailReviewers, recordReview } from './review-trace-actions.ts';
import { latestRound, roundsUnder, type Submission } from './submission.ts';
import { listSubmissions, lockSubmission } from './submission-store.ts';

export { findAppeal, listAppeals, listDeciders } from './appeal-store.ts';

export interface NewAppealWords {
  readonly submission: string;
  /** The requirement that was returned; undefined to appeal that the case was closed. */
  readonly requirement: Requirement | undefined;
  readonly grounds: string;
}

/**
 * The agency says why a decision is wrong: once for each, within the time to answer. From then on the time stands still
 * until a third person has decided.
 */
export async function fileAppeal(
  tx: Transaction,
  act: AgencyAct,
  { submission: id, requirement, grounds }: NewAppealWords,
): Promise<Outcome<AppealId, AppealRefusal>> {
  if (grounds === '') return refused({ code: 'grounds-missing' });
  const pledge = await lockPledgeIn(tx, act.agency, 'active');
  // The program locks it: an agency can lock only what it may take back.
  const submission = await switchActing(tx, { as: 'system' }, () => lockSubmission(tx, id));
  if (!submission || submission.agency !== act.agency) return refused({ code: 'submission-not-found' });
  if (!pledge.ok) return refused({ code: 'submission-moved-on' });
  const latest = latestRound(roundsUnder(pledge.value.id, await listSubmissions(tx, act.agency)));
  const aboutAt = decidedAt(submission, requirement);
  if (latest?.id !== submission.id || !aboutAt) return refused({ code: 'submission-moved-on' });
  const agency = await agencyById(tx, act.agency);
  if (submission.answerBy && dayIn(agency.timeZone, act.now) > submission.answerBy) {
    return refused({ code: 'appeal-too-late' });
  }
  const appeal = { submission, requirement, aboutAt, grounds, by: act.person, at: act.now };
  const filed = await insertAppeal(tx, appeal);
  if (!filed) return refused({ code: 'appealed-already' });
  const details = { round: submission.round, requirement: requirement ?? 'closing' };
  await recordReview(tx, act.agency, 'appeal-filed', submission.id, details);
  const mail = appealFiledMail({
    agency: agency.name,
    campaign: act.campaign,
    url: `${act.siteUrl}/campaign/reviews/${submission.id}/appeals/${filed}`,
  });
  await mailReviewers(tx, act.agency, mail, await listDecidersAsProgram(tx, submission));
  return done(filed);
}

/** When the decision was made that is appealed; undefined when there is none that could be. */
function decidedAt(submission: Submission, requirement: Requirement | undefined): Date | undefined {
  if (requirement === undefined) return submission.closing?.at;
  const review = submission.reviews.find((one) => one.requirement === requirement);
  const isReturned = submission.state === 'returned' && review?.decision === 'returned';
  return isReturned ? submission.reviewedAt : undefined;
}

function listDecidersAsProgram(tx: Transaction, submission: Submission) {
  return switchActing(tx, { as: 'system' }, () => listDeciders(tx, submission));
}

/** The agency takes its appeal back: the decision stands, and its time runs as it was. */
export async function withdrawAppeal(
  tx: Transaction,
  act: AgencyAct,
  id: string,
): Promise<Outcome<undefined, { readonly code: 'appeal-not-found' } | { readonly code: 'appeal-moved-on' }>> {
  const appeal = await findAppeal(tx, id);
  if (!appeal || appeal.agency !== act.agency) return refused({ code: 'appeal-not-found' });
  if (!(await updateAppeal(tx, appeal.id, { is: 'withdrawn' }))) return refused({ code: 'appeal-moved-on' });
  await recordReview(tx, act.agency, 'appeal-withdrawn', appeal.submission);
  return done(undefined);
}
