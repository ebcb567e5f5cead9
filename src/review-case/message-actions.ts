import { agencyById } from '../agency/agency-actions.ts';
import { switchActing, type Transaction } from '../database/acting.ts';
import { postMails } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReviewAct } from '../review/review-actions.ts';
import { findReview, listReviews } from '../review/review-file-actions.ts';
import { mailAgency, mailReviewers } from '../review/review-trace-actions.ts';
import { longestText, type Submission, type SubmissionId } from '../review/submission.ts';
import { findTies, listColleagues } from '../review/tie-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { agencyWroteMail, campaignWroteMail, internalNoteMail } from './message-mail-content.ts';
import { insertMessage } from './message-store.ts';
import type { MessageRefusal, ReviewThread } from './review-message.ts';

export { listMessages } from './message-store.ts';
export { findWaitingMessage } from './waiting-message-store.ts';

/** Somebody of the agency writes to the reviewers; who is on the case is told by mail. */
export async function writeToReviewers(
  tx: Transaction,
  act: AgencyAct,
  message: { readonly caseId: string; readonly text: string },
): Promise<Outcome<undefined, MessageRefusal>> {
  const fault = faultOf(message.text);
  if (fault) return refused(fault);
  const rounds = (await listReviews(tx, act.agency)).filter(({ caseId }) => caseId === message.caseId);
  const [latest] = rounds;
  if (!latest) return refused({ code: 'case-not-found' });
  const written = { thread: 'shared', side: 'agency', text: message.text } as const;
  await insertMessage(tx, latest, { ...written, by: act.person, at: act.now });
  const agency = await agencyById(tx, act.agency);
  const mail = agencyWroteMail({
    agency: agency.name,
    campaign: act.campaign,
    url: `${act.siteUrl}/campaign/reviews/${latest.id}/messages`,
  });
  await tellReviewers(tx, latest, mail);
  return done(undefined);
}

/** Whoever reviews the latest round, or everybody who could when nobody does. */
async function tellReviewers(
  tx: Transaction,
  { agency, reviewer, state }: Submission,
  mail: Parameters<typeof mailReviewers>[2],
): Promise<void> {
  const colleagues = await switchActing(tx, { as: 'system' }, () => listColleagues(tx, agency));
  const own = state === 'waiting' ? undefined : colleagues.find(({ person }) => person === reviewer);
  if (own) await postMails(tx, [{ ...mail, to: own.email }]);
  else await mailReviewers(tx, agency, mail);
}

/**
 * Somebody of the campaign writes: in the shared thread to the agency, whose leaders are told; in the internal one to the
 * colleagues on the case. Nobody with ties to the agency writes in either.
 */
export async function writeAsReviewer(
  tx: Transaction,
  act: ReviewAct,
  message: { readonly submission: string; readonly thread: ReviewThread; readonly text: string },
): Promise<Outcome<SubmissionId, MessageRefusal>> {
  const fault = faultOf(message.text);
  if (fault) return refused(fault);
  const submission = await findReview(tx, message.submission);
  if (!submission) return refused({ code: 'case-not-found' });
  const ties = await findTies(tx, act.person, submission.agency);
  if (ties.length > 0) return refused({ code: 'has-ties' });
  const { thread, text } = message;
  await insertMessage(tx, submission, { thread, side: 'campaign', text, by: act.person, at: act.now });
  const agency = await agencyById(tx, submission.agency);
  const about = { agency: agency.name, campaign: act.campaign.name };
  if (thread === 'shared') {
    const url = `${act.siteUrl}/workspace/${agency.slug}/review/cases/${submission.caseId}`;
    await mailAgency(tx, submission.agency, campaignWroteMail({ ...about, url }));
  } else {
    const url = `${act.siteUrl}/campaign/reviews/${submission.id}/messages`;
    await tellColleagues(tx, act, submission, internalNoteMail({ ...about, url }));
  }
  return done(submission.id);
}

/** Reviewer and approver, but not who wrote it. */
async function tellColleagues(
  tx: Transaction,
  act: ReviewAct,
  { agency, reviewer, approver }: Submission,
  mail: Parameters<typeof mailReviewers>[2],
): Promise<void> {
  const colleagues = await listColleagues(tx, agency);
  const onCase = colleagues.filter(
    ({ person }) => person !== act.person && (person === reviewer || person === approver),
  );
  await postMails(
    tx,
    onCase.map(({ email }) => ({ ...mail, to: email })),
  );
}

function faultOf(text: string): MessageRefusal | undefined {
  if (text === '') return { code: 'message-empty' };
  return text.length > longestText ? { code: 'message-too-long' } : undefined;
}
