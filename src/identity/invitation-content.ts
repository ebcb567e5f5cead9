import type { InvitationNames, InvitedRole } from './invitation.ts';
import type { AcceptRefusal } from './invitation-actions.ts';
import { agencyRoleWords, campaignRoleWords } from './role-content.ts';
import { signInLinkMinutes } from './session-rules.ts';

/** "join Oakfield Police as a training officer", for pages and mails. */
export function invitedInto(
  into: InvitedRole,
  names: Pick<InvitationNames, 'agencyName' | 'partnerName'> & { readonly campaign: string },
): string {
  switch (into.place) {
    case 'agency':
      return `join ${names.agencyName ?? 'an agency'} as ${agencyRoleWords[into.role].inSentence}`;
    case 'partner': {
      const represent = `represent ${names.partnerName ?? 'your organization'}`;
      return names.agencyName ? `${represent} as a partner of ${names.agencyName}` : represent;
    }
    case 'campaign':
      return `join the ${names.campaign} as ${campaignRoleWords[into.role].inSentence}`;
  }
}

/** The same for an invitation that leads its reader to a page where something is to be done. */
export function invitedTo(
  { into, leadsTo }: { readonly into: InvitedRole; readonly leadsTo: string },
  names: Parameters<typeof invitedInto>[1],
): string {
  const isToSign = into.place === 'agency' && into.role === 'executive' && leadsTo.endsWith('/pledge/sign');
  return isToSign
    ? `read and sign the pledge of ${names.agencyName ?? 'an agency'} as its executive`
    : invitedInto(into, names);
}

export const invitationContent = {
  title: 'You are invited',
  lead: (inviter: string | undefined, what: string) =>
    `${inviter ?? 'Someone you work with'} invites you to ${what}.`,
  address: (email: string) => `The invitation was sent to ${email}. You are signed in with this address.`,
  until: (day: string) => `You can accept until ${day}.`,
  accept: 'Accept and go on',
  proof: {
    address: (email: string) =>
      `This invitation is for ${email}. To be sure it is you, we send a sign-in link to that address.`,
    button: 'Email me a sign-in link',
    forwarded:
      'Is this not your address? Then the invitation was forwarded to you. Ask the person who invited you to invite you by your own address.',
    title: 'Check your email',
    sent: (email: string) =>
      `This invitation is for ${email}. To be sure it is you, we have sent a sign-in link to that address.`,
    steps: [
      { heading: 'Open the email', text: 'It comes within a minute or two. Look in your junk folder too.' },
      {
        heading: 'Open the link and press “Sign in”',
        text: `The link works once, for ${signInLinkMinutes} minutes. It leads back to the invitation.`,
      },
      { heading: 'Press “Accept and go on”', text: 'Before that, nothing happens.' },
    ],
    again: 'No email?',
    againLink: 'Ask for another link',
  },
  waiting: {
    heading: 'You are invited',
    acceptAbout: (what: string) => `to ${what}`,
    executive: 'The executive reads the pledge of the agency and signs it, and adopts its policy.',
    ignore: 'If you don’t know what an invitation is about, leave it. It ends by itself.',
  },
  ignore: 'If you don’t know what this is about, close this page. Nothing happens then.',
  another: {
    title: 'This invitation is for someone else',
    lead: (email: string, viewer: string) => `It was sent to ${email}. You are signed in as ${viewer}.`,
    text: 'If both addresses are yours, sign out and go on with the invited one.',
    button: 'Sign out and go on',
  },
} as const;

interface RefusalWords {
  readonly status: 403 | 404 | 409 | 410;
  readonly title: string;
  readonly what: string;
  readonly next: string;
}

const askAgain = 'Ask the person who invited you to send it again.';

/** What a person is told when an invitation can't be accepted. */
export const invitationRefusals: Record<AcceptRefusal['code'], RefusalWords> = {
  'invitation-not-found': {
    status: 404,
    title: 'This invitation link does not work',
    what: 'The link is not complete, or a newer invitation took its place.',
    next: 'Open the link in the newest invitation email. If that does not work, ask for the invitation again.',
  },
  'invitation-accepted': {
    status: 410,
    title: 'This invitation was used',
    what: 'It was accepted already. An invitation works once.',
    next: 'If that was you, sign in.',
  },
  'invitation-expired': {
    status: 410,
    title: 'This invitation is too old',
    what: 'The time to accept it is over.',
    next: askAgain,
  },
  'invitation-revoked': {
    status: 410,
    title: 'This invitation was taken back',
    what: 'The people who sent it do not need it any more.',
    next: 'If you think this is a mistake, ask the person who invited you.',
  },
  'invitation-for-another': {
    status: 403,
    title: invitationContent.another.title,
    what: 'The invitation was sent to another email address than the one you are signed in with.',
    next: 'Sign out, and open the link from the invitation email again.',
  },
  'role-taken': {
    status: 409,
    title: 'Someone else has this role now',
    what: 'Only one person at a time can have it.',
    next: 'Ask the person who invited you. They can hand the role over.',
  },
};
