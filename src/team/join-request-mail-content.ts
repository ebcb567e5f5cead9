import { agencyRoleWords } from '../identity/role-content.ts';
import type { MailMessage } from '../mail/mail.ts';
import type { JoinRole } from './join-request.ts';

interface About {
  readonly to: string;
  readonly agency: string;
  readonly url: string;
  readonly campaign: string;
}

export function joinAskedMail(about: About & { readonly asker: string; readonly note: string }): MailMessage {
  return {
    kind: 'join-asked',
    to: about.to,
    subject: `${about.asker} asks to join ${about.agency}`,
    text: `Hello,

${about.asker} asks to work on the pledge of ${about.agency} and writes:

${about.note}

Accept or decline here:

${about.url}

Accept only somebody you know. Asking alone lets nobody see anything.

${about.campaign}
`,
  };
}

export function joinAcceptedMail(about: About & { readonly role: JoinRole }): MailMessage {
  const role = agencyRoleWords[about.role];
  return {
    kind: 'join-accepted',
    to: about.to,
    subject: `You belong to ${about.agency} now`,
    text: `Hello,

${about.agency} has accepted you as ${role.inSentence}. ${role.does}

${about.url}

${about.campaign}
`,
  };
}

export function joinDeclinedMail(about: Omit<About, 'url'>): MailMessage {
  return {
    kind: 'join-declined',
    to: about.to,
    subject: `${about.agency} did not accept your request`,
    text: `Hello,

${about.agency} did not accept your request to join it. If you think this is a mistake, please talk to the agency.

${about.campaign}
`,
  };
}
