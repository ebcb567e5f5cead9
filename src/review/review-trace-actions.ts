import { recordAudit } from '../audit/audit.ts';
import { type AgencyId, type PersonId, switchActing, type Transaction } from '../database/acting.ts';
import { type MailMessage, postMail, postMails } from '../mail/mail.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
import { listColleagues } from './review-tie-store.ts';
import type { SubmissionId } from './submission.ts';

/** Writes one step of a review into the agency's trail: codes, numbers and hashes, never what was commented. */
export function recordReview(
  tx: Transaction,
  agency: AgencyId,
  action: string,
  id: SubmissionId,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return recordAudit(tx, { agency }, { action, subject: { kind: 'submission', id }, details });
}

type Written = Omit<MailMessage, 'to'>;

/**
 * Mails everybody who may review the agency, but `except`, who may not do what the mail asks for; the program looks them
 * up, an agency can't see them.
 */
export async function mailReviewers(
  tx: Transaction,
  agency: AgencyId,
  mail: Written,
  except: readonly PersonId[] = [],
): Promise<void> {
  const reviewers = await switchActing(tx, { as: 'system' }, () => listColleagues(tx, agency));
  const asked = reviewers.filter(({ person }) => !except.includes(person));
  await postMails(
    tx,
    asked.map(({ email }) => ({ ...mail, to: email })),
  );
}

/** Mails the agency's coordinator and executive. */
export async function mailAgency(tx: Transaction, agency: AgencyId, mail: Written): Promise<void> {
  const { emails } = await agencyLeaders(tx, agency);
  for (const to of emails) await postMail(tx, { ...mail, to });
}
