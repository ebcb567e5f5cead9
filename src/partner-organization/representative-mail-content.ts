import type { MailMessage } from '../mail/mail.ts';

interface About {
  readonly to: string;
  readonly organization: string;
  /** Who does it. */
  readonly by: string;
  readonly campaign: string;
}

export function representativeInvitedMail(about: About & { readonly url: string }): MailMessage {
  return {
    kind: 'representative-invited',
    to: about.to,
    subject: `${about.by} invites you to speak for ${about.organization}`,
    text: `Hello,

${about.by} invites you to speak for ${about.organization} in its partnerships with law enforcement agencies. You will read and answer what agencies propose.

Open this link to accept:

${about.url}

If you do not know ${about.by}, you can ignore this email.

${about.campaign}
`,
  };
}

export function placeEndedMail(about: About): MailMessage {
  return {
    kind: 'representative-ended',
    to: about.to,
    subject: `You no longer speak for ${about.organization}`,
    text: `Hello,

${about.by} ended your place in the account of ${about.organization}. If you did not expect this, please talk to your organization or write to the campaign.

${about.campaign}
`,
  };
}
