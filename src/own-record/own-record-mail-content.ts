import type { MailMessage } from '../mail/mail.ts';

interface About {
  readonly to: string;
  readonly agency: string;
  readonly campaign: string;
  readonly url: string;
}

function letter(kind: string, subject: string, about: About, paragraphs: readonly string[]): MailMessage {
  const text = ['Hello,', ...paragraphs, about.url, about.campaign, ''].join('\n\n');
  return { kind, to: about.to, subject, text };
}

export function staffInvitedMail(about: About & { readonly inviter: string }): MailMessage {
  return letter('staff-invited', `${about.agency}: see your own training record`, about, [
    `${about.inviter} invites you to see your own training record at ${about.agency}, and to send in certificates of courses you took.`,
    `If you do not know ${about.inviter}, you can ignore this email.`,
    'Open this link to accept:',
  ]);
}

export function certificateConfirmedMail(about: About & { readonly course: string }): MailMessage {
  return letter('certificate-confirmed', `Your certificate was confirmed: ${about.course}`, about, [
    `${about.agency} confirmed the certificate you sent in for “${about.course}”. It now stands in your training record:`,
  ]);
}

export function certificateReturnedMail(
  about: About & { readonly course: string; readonly reason: string },
): MailMessage {
  return letter('certificate-returned', `Your certificate was returned: ${about.course}`, about, [
    `${about.agency} could not confirm the certificate you sent in for “${about.course}”.`,
    about.reason,
    'You can send in another one here:',
  ]);
}
