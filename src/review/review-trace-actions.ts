import { recordAudit } from '../audit/audit.ts';
import { type AgencyId, type PersonId, switchActing, type Transaction } from '../database/acting.ts';
import { listCampaignMembers } from '../identity/membership-actions.ts';
import { type MailMessage, postMail } from '../mail/mail.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
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
 * Mails everybody who reviews, but `except`, who may not do what the mail asks for; the program looks them up, an agency
 * can't see them.
 */
export async function mailReviewers(tx: Transaction, mail: Written, except?: PersonId): Promise<void> {
  const members = await switchActing(tx, { as: 'system' }, listCampaignMembers);
  const reviewers = members.filter(
    ({ role, person }) => (role === 'reviewer' || role === 'administrator') && person !== except,
  );
  for (const to of new Set(reviewers.map(({ email }) => email))) await postMail(tx, { ...mail, to });
}

/** Mails the agency's coordinator and executive. */
export async function mailAgency(tx: Transaction, agency: AgencyId, mail: Written): Promise<void> {
  const { emails } = await agencyLeaders(tx, agency);
  for (const to of emails) await postMail(tx, { ...mail, to });
}
