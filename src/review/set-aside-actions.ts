import { agencyById } from '../agency/agency-actions.ts';
import type { Transaction } from '../database/acting.ts';
import { postMails } from '../mail/mail.ts';
import { decisionsSetAsideMail } from './review-mail-content.ts';
import type { ReviewAct } from './review-step-actions.ts';
import { listColleagues } from './review-tie-store.ts';
import { mailReviewers, recordReview } from './review-trace-actions.ts';
import { hasDecisions, type SetAside } from './set-aside.ts';
import { updateSetAside } from './set-aside-store.ts';
import type { Submission } from './submission.ts';
import { findSubmission } from './submission-store.ts';

/**
 * What somebody with ties decided in an open round counts no more: it is kept, shown as set aside, and decided anew. The
 * round goes back to the queue, unless a reviewer without ties is on it. They, or everybody who may take it on, are told.
 * Undefined where nobody has ties. The submission is locked.
 */
export async function setDecisionsAside(
  tx: Transaction,
  act: ReviewAct,
  submission: Pick<Submission, 'agency' | 'id' | 'round'>,
): Promise<SetAside | undefined> {
  const { agency, id, round } = submission;
  const aside = await updateSetAside(tx, submission);
  if (!aside) return undefined;
  if (hasDecisions(aside)) {
    const { requirements, proofs } = aside;
    await recordReview(tx, agency, 'decisions-set-aside', id, { round, requirements, proofs });
    await tellColleagues(tx, act, submission);
  }
  if (aside.isGivenBack) await recordReview(tx, agency, 'review-released', id);
  return aside;
}

async function tellColleagues(
  tx: Transaction,
  act: ReviewAct,
  { agency: id, id: submission }: Pick<Submission, 'agency' | 'id'>,
): Promise<void> {
  const agency = await agencyById(tx, id);
  const mail = decisionsSetAsideMail({
    agency: agency.name,
    campaign: act.campaign.name,
    url: `${act.siteUrl}/campaign/reviews/${submission}`,
  });
  const now = await findSubmission(tx, submission);
  if (now?.state !== 'in-review') return mailReviewers(tx, id, mail);
  const reviewer = (await listColleagues(tx, id)).filter(({ person }) => person === now.reviewer);
  await postMails(
    tx,
    reviewer.map(({ email }) => ({ ...mail, to: email })),
  );
}
