import { agencyById } from '../agency/agency-actions.ts';
import type { PersonId, Transaction } from '../database/acting.ts';
import { postMail } from '../mail/mail.ts';
import { done, refused } from '../outcome.ts';
import { reviewHandedOverMail } from './review-mail-content.ts';
import { lockIn, lockToGiveAway, type ReviewAct, type Reviewed } from './review-step-actions.ts';
import { listColleagues } from './review-tie-store.ts';
import { recordReview } from './review-trace-actions.ts';
import { setDecisionsAside } from './set-aside-actions.ts';
import type { Submission } from './submission.ts';
import { updateSubmission } from './submission-step-store.ts';

export { type Colleague, listColleagues } from './review-tie-store.ts';

/** Takes a waiting submission on, with what people without ties decided before. Nobody reviews an agency they have ties to. */
export async function claimReview(tx: Transaction, act: ReviewAct, id: string): Reviewed<Submission> {
  const found = await lockIn(tx, act, id, 'waiting');
  if (!found.ok) return found;
  await updateSubmission(tx, found.value.id, {
    state: 'in-review',
    reviewer: act.person,
    claimedAt: act.now,
  });
  await recordReview(tx, found.value.agency, 'review-begun', found.value.id);
  await setDecisionsAside(tx, act, found.value);
  return found;
}

/** Gives a submission back to the queue, with what was decided so far. */
export async function releaseReview(tx: Transaction, act: ReviewAct, id: string): Reviewed<Submission> {
  const found = await lockToGiveAway(tx, act, id);
  if (!found.ok) return found;
  await updateSubmission(tx, found.value.id, { state: 'waiting', reviewer: null });
  await recordReview(tx, found.value.agency, 'review-released', found.value.id);
  await setDecisionsAside(tx, act, found.value);
  return found;
}

/** Hands a review to a colleague who reviews too and has no ties; they are told by mail. */
export async function handOverReview(
  tx: Transaction,
  act: ReviewAct,
  id: string,
  to: PersonId,
): Reviewed<Submission> {
  const found = await lockToGiveAway(tx, act, id);
  if (!found.ok) return found;
  const submission = found.value;
  const colleagues = await listColleagues(tx, submission.agency);
  const colleague = colleagues.find(({ person }) => person === to && person !== submission.reviewer);
  if (!colleague) return refused({ code: 'colleague-not-found' });
  await updateSubmission(tx, submission.id, {
    state: 'in-review',
    reviewer: colleague.person,
    claimedAt: act.now,
  });
  await recordReview(tx, submission.agency, 'review-handed-over', submission.id);
  const agency = await agencyById(tx, submission.agency);
  await postMail(tx, {
    ...reviewHandedOverMail({
      agency: agency.name,
      campaign: act.campaign.name,
      url: `${act.siteUrl}/campaign/reviews/${submission.id}`,
    }),
    to: colleague.email,
  });
  await setDecisionsAside(tx, act, submission);
  return done(submission);
}
