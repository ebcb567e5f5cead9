import type { Brand } from '../brand.ts';
import type { PolicyId } from '../policy/policy.ts';

export type MailingId = Brand<'MailingId'>;

/** To whom links are sent: always people who have not acknowledged. */
export type MailingAudience =
  /** Who was not asked for this version yet. */
  | { readonly is: 'not-asked' }
  | { readonly is: 'unit'; readonly unit: string }
  /** Who was asked and has not answered since. */
  | { readonly is: 'reminder' };

export interface Mailing {
  readonly id: MailingId;
  readonly policy: PolicyId;
  readonly audience: MailingAudience;
  readonly askedAt: Date;
  /** Links sent so far. */
  readonly mailed: number;
}

/** Whether an agency asks on its own, and reminds. */
export interface Asking {
  /** Newcomers, and everybody once a new version is in effect. */
  readonly asksByMail: boolean;
  /** After how many days without an answer; undefined for no reminders. */
  readonly reminderDays: number | undefined;
}

/** Nobody gets more than so many mails about one version without a person asking for it. */
export const mailsAtMost = 4;

/** A person who reminds by hand doesn't reach those mailed within so many days. */
export const quietDays = 1;
