import type { Agency } from '../agency/agency.ts';
import { agencyById } from '../agency/agency-actions.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { lockPledgeIn } from '../pledge/pledge-actions.ts';
import { type Appeal, type AppealDecisionRefusal, resumedAnswerDay } from './appeal.ts';
import {
  findAppeal,
  listAppeals,
  listBarredFromApproving,
  listDeciders,
  updateAppeal,
} from './appeal-store.ts';
import { lastAnswerDay } from './review-limits.ts';
import { appealDecidedMail, approvalWaitingMail, reviewGoesOnMail } from './review-mail-content.ts';
import type { ReviewAct } from './review-step-actions.ts';
import { findTies } from './review-tie-store.ts';
import { mailAgency, mailReviewers, recordReview } from './review-trace-actions.ts';
import { unprovenRequirements } from './sample-hold-actions.ts';
import { setDecisionsAside } from './set-aside-actions.ts';
import { hasTiedDeciders } from './set-aside-store.ts';
import { type Submission, stillReturned } from './submission.ts';
import { updateSubmission } from './submission-step-store.ts';
import { findSubmission, lockSubmission } from './submission-store.ts';

export interface AppealVerdict {
  readonly is: 'upheld' | 'allowed';
  readonly grounds: string;
}

/**
 * What follows: the decision stands; the case goes on at the agency; it is reviewed on, while its sample is open or something
 * has to be decided anew because of a tie; or everything is met and waits for approval.
 */
export type AppealConsequence = 'stands' | 'goes-on' | 'in-review' | 'awaiting-approval';

/** A third person decides, with grounds: neither reviewer nor approver of the case, and without ties. */
export async function decideAppeal(
  tx: Transaction,
  act: ReviewAct,
  id: string,
  verdict: AppealVerdict,
): Promise<Outcome<AppealConsequence, AppealDecisionRefusal>> {
  if (verdict.grounds === '') return refused({ code: 'grounds-missing' });
  const known = await findAppeal(tx, id);
  if (!known) return refused({ code: 'appeal-not-found' });
  const pledge = await lockPledgeIn(tx, known.agency, 'active');
  const submission = await lockSubmission(tx, known.submission);
  if (!pledge.ok || !submission) return refused({ code: 'appeal-moved-on' });
  if ((await findTies(tx, act.person, known.agency)).length > 0) return refused({ code: 'has-ties' });
  const deciders = await listDeciders(tx, submission);
  if (deciders.includes(act.person)) return refused({ code: 'decided-in-case' });
  const decided = { ...verdict, by: act.person, at: act.now };
  if (!(await updateAppeal(tx, known.id, decided))) return refused({ code: 'appeal-moved-on' });
  await recordReview(tx, known.agency, `appeal-${verdict.is}`, submission.id, {
    round: submission.round,
    requirement: known.requirement ?? 'closing',
  });
  const agency = await agencyById(tx, known.agency);
  const consequence = await carryOut(tx, act, { appeal: known, verdict, agency, submission });
  await mailAgency(
    tx,
    agency.id,
    appealDecidedMail({
      agency: agency.name,
      campaign: act.campaign.name,
      url: `${act.siteUrl}/workspace/${agency.slug}/review`,
      verdict: verdict.is,
    }),
  );
  return done(consequence);
}

interface Decided {
  readonly appeal: Appeal;
  readonly verdict: AppealVerdict;
  readonly agency: Agency;
  readonly submission: Submission;
}

async function carryOut(tx: Transaction, act: ReviewAct, decided: Decided): Promise<AppealConsequence> {
  const { appeal, verdict, submission, agency } = decided;
  const today = dayIn(agency.timeZone, act.now);
  if (appeal.requirement === undefined) {
    if (verdict.is === 'upheld') return 'stands';
    const answerBy = lastAnswerDay(today, act.limits);
    await updateSubmission(tx, submission.id, { state: 'returned', answerBy });
    await recordReview(tx, agency.id, 'case-reopened', submission.id, { answerBy });
    return 'goes-on';
  }
  const others = (await listAppeals(tx, agency.id)).filter(
    (other) => other.submission === submission.id && other.state.is === 'waiting',
  );
  if (others.length > 0) return verdict.is === 'upheld' ? 'stands' : 'goes-on';
  // Read again: what was allowed just now counts as met.
  const now = await findSubmission(tx, submission.id);
  if (now && stillReturned(now.reviews).length === 0) {
    return passOn(tx, act, decided);
  }
  const filedOn = dayIn(agency.timeZone, appeal.filedAt);
  if (submission.answerBy) {
    const answerBy = resumedAnswerDay(submission.answerBy, { filedOn, decidedOn: today });
    await updateSubmission(tx, submission.id, { state: 'returned', answerBy });
  }
  return verdict.is === 'upheld' ? 'stands' : 'goes-on';
}

async function passOn(
  tx: Transaction,
  act: ReviewAct,
  { agency, submission }: Decided,
): Promise<'in-review' | 'awaiting-approval'> {
  const about = {
    agency: agency.name,
    campaign: act.campaign.name,
    url: `${act.siteUrl}/campaign/reviews/${submission.id}`,
  };
  const unproven = await unprovenRequirements(tx, submission);
  if (unproven.length > 0 || (await hasTiedDeciders(tx, submission))) {
    await updateSubmission(tx, submission.id, { state: 'in-review' });
    const aside = await setDecisionsAside(tx, act, submission);
    if (!aside) await mailReviewers(tx, agency.id, reviewGoesOnMail(about), [act.person]);
    return 'in-review';
  }
  await updateSubmission(tx, submission.id, { state: 'awaiting-approval' });
  const barred = await listBarredFromApproving(tx, submission);
  await mailReviewers(tx, agency.id, approvalWaitingMail(about), barred);
  return 'awaiting-approval';
}
