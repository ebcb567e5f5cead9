import type { MailMessage } from '../mail/mail.ts';
import { linkDays } from './acknowledgment-link.ts';

/** To one person who is asked: the link is theirs alone. */
export function acknowledgmentMail(about: {
  readonly to: string;
  readonly name: string;
  readonly agency: string;
  readonly title: string;
  readonly number: string;
  readonly isReminder: boolean;
  readonly url: string;
  readonly campaign: string;
}): MailMessage {
  const { agency, title, number } = about;
  const policy = number ? `“${title}” (${number})` : `“${title}”`;
  const asks = about.isReminder
    ? `${agency} asked you to read its policy ${policy}. We have not heard from you yet.`
    : `${agency} asks you to read its policy ${policy} and to say that you have.`;
  const text = [
    `Hello ${about.name},`,
    asks,
    'Open this page, read the policy, tick the box and type your name. You need no account:',
    about.url,
    `The link is for you alone, and works for ${linkDays} days. Please do not forward it. If you are not ${about.name}, delete this email.`,
    about.campaign,
    '',
  ].join('\n\n');
  return {
    kind: 'policy-acknowledgment',
    to: about.to,
    subject: `${about.isReminder ? 'Reminder: read' : 'Read'} and acknowledge: ${title}`,
    text,
  };
}
