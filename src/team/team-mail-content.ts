import { agencyRoleWords } from '../identity/role-content.ts';
import type { AgencyRole } from '../identity/viewer.ts';
import type { MailMessage } from '../mail/mail.ts';

interface About {
  readonly to: string;
  readonly agency: string;
  readonly role: AgencyRole;
  readonly campaign: string;
}

export function colleagueInvitedMail(
  about: About & { readonly url: string; readonly inviter: string },
): MailMessage {
  const role = agencyRoleWords[about.role];
  return {
    kind: 'colleague-invited',
    to: about.to,
    subject: `${about.inviter} invites you to ${about.agency}`,
    text: `Hello,

${about.inviter} invites you to work on the One Mind pledge of ${about.agency} as ${role.inSentence}. ${role.does}

Open this link to accept:

${about.url}

If you do not know ${about.inviter}, you can ignore this email.

${about.campaign}
`,
  };
}

export function roleEndedMail(about: About & { readonly ender: string }): MailMessage {
  const role = agencyRoleWords[about.role];
  return {
    kind: 'role-ended',
    to: about.to,
    subject: `${about.agency}: you are no longer ${role.inSentence}`,
    text: `Hello,

${about.ender} has ended your role as ${role.inSentence} of ${about.agency}. If you did not expect this, please talk to your agency or write to the campaign.

${about.campaign}
`,
  };
}
