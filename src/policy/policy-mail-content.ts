import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { MailMessage } from '../mail/mail.ts';
import type { CommentsAtAdoption } from './policy-comment.ts';

interface About {
  readonly to: string;
  readonly agency: string;
  readonly title: string;
  readonly url: string;
  readonly campaign: string;
}

function letter(kind: string, subject: string, about: About, paragraphs: readonly string[]): MailMessage {
  return { ...unaddressed(kind, subject, about, paragraphs), to: about.to };
}

function unaddressed(
  kind: string,
  subject: string,
  about: Omit<About, 'to'>,
  paragraphs: readonly string[],
): Omit<MailMessage, 'to'> {
  const text = ['Hello,', ...paragraphs, about.url, about.campaign, ''].join('\n\n');
  return { kind, subject, text };
}

/** To the executive: a draft is ready. */
export function adoptionAskedMail(about: About & { readonly asker: string }): MailMessage {
  return letter('policy-to-adopt', `Please adopt the policy “${about.title}”`, about, [
    `${about.asker} has prepared the policy “${about.title}” of ${about.agency} and gone through the checklist of the One Mind pledge.`,
    'Please read it. You can adopt it here:',
  ]);
}

/** To the coordinator. */
export function policyAdoptedMail(
  about: About & { readonly name: string; readonly on: CalendarDate; readonly effectiveOn: CalendarDate },
): MailMessage {
  return letter('policy-adopted', `The policy “${about.title}” is adopted`, about, [
    `${about.name} adopted the policy “${about.title}” of ${about.agency} on ${longDate(about.on)}. It is in effect from ${longDate(about.effectiveOn)}.`,
  ]);
}

/** To the representatives of a partner who commented on the draft: what became of it. */
export function policyAdoptedToPartnerMail(
  about: Omit<About, 'to'> &
    CommentsAtAdoption & {
      readonly name: string;
      readonly on: CalendarDate;
      readonly effectiveOn: CalendarDate;
      /** Why it was adopted over comments; said where there are some. */
      readonly reason: string;
      /** Whether the partner may read the version still. */
      readonly isOpen: boolean;
    },
): Omit<MailMessage, 'to'> {
  const { settled, answered, adoptedOver } = about;
  const subject = `${about.agency} adopted the policy that you commented on`;
  return unaddressed('policy-adopted-partner', subject, about, [
    `${about.name} adopted the policy “${about.title}” of ${about.agency} on ${longDate(about.on)}. It is in effect from ${longDate(about.effectiveOn)}.`,
    `Of your comments, ${settled} ${settled === 1 ? 'was' : 'were'} settled, ${answered} ${answered === 1 ? 'was' : 'were'} answered, and the policy was adopted over ${adoptedOver}.`,
    ...(adoptedOver > 0 ? [`The reason for adopting it all the same: “${about.reason}”`] : []),
    about.isOpen
      ? 'You can read the policy and what became of each comment here:'
      : 'The agency has ended partner review, so ask it for the policy as adopted. What it opens to you is here:',
  ]);
}

/** To the coordinator. */
export function policyRescindedMail(
  about: About & { readonly name: string; readonly on: CalendarDate; readonly reason: string },
): MailMessage {
  return letter('policy-rescinded', `The policy “${about.title}” was rescinded`, about, [
    `${about.name} rescinded the policy “${about.title}” of ${about.agency} from ${longDate(about.on)}. The reason: ${about.reason}`,
    'The pledge asks for a policy in effect. You can upload the next one here:',
  ]);
}

/** To a partner's representatives: a draft is open to them. */
export function policySharedMail(
  about: Omit<About, 'to'> & { readonly asker: string },
): Omit<MailMessage, 'to'> {
  return unaddressed('policy-shared', `${about.agency} asks you to look at its draft policy`, about, [
    `${about.asker} of ${about.agency} asks you, as a partner, to look at the draft policy “${about.title}” before it is adopted.`,
    'Read the document and comment on any element of it. The agency sees what you write and answers:',
  ]);
}

/** To a partner's representatives, at most once a day: what they read before is not what is there now. */
export function documentReplacedMail(
  about: Omit<About, 'to'> & { readonly by: string },
): Omit<MailMessage, 'to'> {
  const subject = `${about.agency} changed the document of its draft policy`;
  return unaddressed('policy-document-replaced', subject, about, [
    `${about.by} of ${about.agency} put another document in place of the draft policy “${about.title}”, which is open to you as a partner.`,
    'If you commented, look whether the new document answers you: your comments stay, and are about the earlier one. You can read and comment on it here:',
  ]);
}

/** To the agency's coordinator, at most once a day and partner. */
export function commentWrittenMail(
  about: Omit<About, 'to'> & { readonly partner: string },
): Omit<MailMessage, 'to'> {
  return unaddressed('policy-commented', `${about.partner} commented on your draft policy`, about, [
    `${about.partner} wrote a comment on the draft policy “${about.title}” of ${about.agency}. More may follow today without another mail.`,
    'Read and answer here:',
  ]);
}

/** To a partner's representatives, at most once a day. */
export function commentAnsweredMail(about: Omit<About, 'to'>): Omit<MailMessage, 'to'> {
  return unaddressed('policy-comment-answered', `${about.agency} answered your comment`, about, [
    `${about.agency} answered what you wrote on its draft policy “${about.title}”. More answers may follow today without another mail.`,
    'Read the answer here:',
  ]);
}

/** To the coordinator and the executive, 60, 30 and 7 days ahead. */
export function reviewReminderMail(about: About & { readonly reviewOn: CalendarDate }): MailMessage {
  const day = longDate(about.reviewOn);
  return letter('policy-review-due', `Review the policy “${about.title}” by ${day}`, about, [
    `The policy “${about.title}” of ${about.agency} is due for review on ${day}.`,
    'Look at it with your partners. If it stays as it is, set the next review. If it changes, upload a new version:',
  ]);
}
