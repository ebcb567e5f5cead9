import { agencyRoleWords } from '../identity/role-content.ts';
import type { MailMessage } from '../mail/mail.ts';
import type { PassedRole } from './hand-over.ts';

interface About {
  readonly to: string;
  readonly agency: string;
  readonly role: PassedRole;
  readonly campaign: string;
}

/** Asks somebody to take the role over. */
export function handOverOfferedMail(
  about: About & { readonly url: string; readonly giver: string; readonly reason: string },
): MailMessage {
  const role = agencyRoleWords[about.role];
  return {
    kind: 'hand-over-offered',
    to: about.to,
    subject: `Will you be ${role.inSentence} of ${about.agency}?`,
    text: `Hello,

${about.giver} asks you to become ${role.inSentence} of ${about.agency} for its One Mind pledge.

What it means: ${role.does}

Why: ${about.reason}

Open this link to accept or decline:

${about.url}

Nothing changes until you accept.

${about.campaign}
`,
  };
}

/** Tells the present holder that the role is about to go. */
export function handOverAnnouncedMail(
  about: About & { readonly giver: string; readonly newEmail: string; readonly reason: string },
): MailMessage {
  const role = agencyRoleWords[about.role];
  return {
    kind: 'hand-over-announced',
    to: about.to,
    subject: `${about.agency}: your role is being handed over`,
    text: `Hello,

${about.giver} has asked ${about.newEmail} to become ${role.inSentence} of ${about.agency} in your place.

Why: ${about.reason}

You keep the role until they accept. If this is a mistake, answer your executive or write to the campaign now.

${about.campaign}
`,
  };
}

export function handOverDoneMail(
  about: About & { readonly holder: string; readonly isNew: boolean },
): MailMessage {
  const role = agencyRoleWords[about.role];
  const who = about.isNew ? 'You are' : `${about.holder} is`;
  return {
    kind: 'hand-over-done',
    to: about.to,
    subject: `${about.agency}: ${who.toLowerCase() === 'you are' ? 'you are' : who} now ${role.inSentence}`,
    text: `Hello,

${who} now ${role.inSentence} of ${about.agency} for its One Mind pledge.

If you did not expect this, write to the campaign.

${about.campaign}
`,
  };
}

export function handOverDeclinedMail(about: About & { readonly email: string }): MailMessage {
  const role = agencyRoleWords[about.role];
  return {
    kind: 'hand-over-declined',
    to: about.to,
    subject: `${about.agency}: the hand-over was declined`,
    text: `Hello,

${about.email} does not want to become ${role.inSentence} of ${about.agency}. Nothing has changed. You can ask somebody else.

${about.campaign}
`,
  };
}
