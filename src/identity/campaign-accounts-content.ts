import type { MailMessage } from '../mail/mail.ts';
import { longDay } from './day-text.ts';
import { campaignRoleWords } from './role-content.ts';
import type { CampaignRole } from './viewer.ts';

/** The words of the page where administrators keep the campaign's accounts. */
export const campaignAccountsContent = {
  title: 'Accounts',
  lead: 'People who work for the campaign, and what they may do.',
  members: {
    heading: 'People',
    caption: 'People with a role in the campaign',
    name: 'Name',
    email: 'Email',
    role: 'Role',
    since: 'Since',
    action: 'Action',
    end: 'End role',
    unnamed: 'No name yet',
  },
  invitations: {
    heading: 'Invitations',
    caption: 'Invitations that nobody has accepted yet',
    email: 'Email',
    role: 'Role',
    state: 'State',
    open: (day: Date) => `Open until ${longDay(day)}`,
    expired: (day: Date) => `Ran out on ${longDay(day)}`,
    action: 'Action',
    resend: 'Send again',
    revoke: 'Take back',
    none: 'No invitation is waiting for an answer.',
  },
  invite: {
    heading: 'Invite someone',
    email: 'Email address',
    emailHint: 'They get an email with a link. It works for 14 days.',
    emailMissing: 'Enter the email address of the person, like name@example.org',
    role: 'Role',
    roleMissing: 'Choose what the person will do',
    submit: 'Send invitation',
  },
  done: {
    invited: 'The invitation is on its way.',
    revoked: 'The invitation is taken back. Its link no longer works.',
    ended: 'The role is ended.',
  },
  refusals: {
    'holds-role-already': 'This person has this role already. Choose another role, or another person.',
    'last-administrator': 'This is the last administrator. Invite another administrator first.',
    'membership-not-found': 'There is no such role.',
    'membership-ended': 'This role was ended already.',
    'invitation-not-found': 'There is no such invitation.',
    'invitation-answered': 'This invitation was accepted or taken back already.',
  },
} as const;

export type CampaignAccountsDone = keyof typeof campaignAccountsContent.done;

export function isCampaignAccountsDone(text: string | undefined): text is CampaignAccountsDone {
  return text !== undefined && Object.hasOwn(campaignAccountsContent.done, text);
}

export function campaignInvitationMail(about: {
  readonly to: string;
  readonly role: CampaignRole;
  readonly inviter: string;
  readonly campaign: string;
  readonly url: string;
}): MailMessage {
  const role = campaignRoleWords[about.role];
  return {
    kind: 'campaign-invitation',
    to: about.to,
    subject: `${about.inviter} invites you to the ${about.campaign}`,
    text: `Hello,

${about.inviter} invites you to join the ${about.campaign} as ${role.inSentence}. ${role.does}

Open this link to accept:

${about.url}

If you do not know ${about.inviter}, you can ignore this email.

${about.campaign}
`,
  };
}
