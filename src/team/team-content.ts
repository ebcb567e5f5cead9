import type { HandOverGiver, PassedRole } from './hand-over.ts';
import type { EndRoleRefusal } from './team-actions.ts';

export const teamContent = {
  title: 'Team',
  campaignTitle: 'People and facts',
  lead: 'Who works on the pledge. Everybody signs in with their own email address.',
  invite: {
    open: 'Invite a colleague',
    title: 'Invite a colleague',
    lead: 'They get an email with a link. The roles of coordinator and executive are handed over instead: see Team.',
    email: 'Email of the colleague',
    emailMissing: 'Enter the colleague’s email address, such as jordan@elmfork.gov',
    role: 'What they do',
    roleMissing: 'Choose what the colleague does',
    held: 'This colleague has that role already',
    submit: 'Send the invitation',
  },
  members: {
    heading: 'People',
    caption: 'People of the agency',
    name: 'Name',
    role: 'Role',
    since: 'Since',
    change: 'Change',
    end: 'End the role',
    unnamed: 'No name yet',
    empty: 'Nobody belongs to this agency any more.',
  },
  end: {
    title: 'End this role?',
    text: (name: string, role: string) =>
      `${name} will no longer be ${role}, at once. They get an email. What they have recorded stays.`,
    handOver: 'If somebody else is to take the role, hand it over instead: then it is never empty.',
    submit: 'End the role',
    keep: 'Keep it',
  },
  requests: {
    heading: 'Requests to join',
    lead: 'Accept only people you know work at your agency. Until you accept, they see nothing.',
    accept: { 'training-officer': 'Accept as training officer', staff: 'Accept as staff member' },
    decline: 'Decline',
  },
  handOvers: {
    heading: 'Roles on their way',
    text: (role: string, email: string) =>
      `${email} was asked to become ${role}. The role moves when they accept.`,
    cancel: 'Take it back',
  },
  invitations: {
    heading: 'Open invitations',
    caption: 'Invitations nobody has answered yet',
    email: 'Email',
    role: 'Role',
    until: 'Works until',
    expired: 'Ran out',
    change: 'Change',
    resend: 'Send again',
    revoke: 'Take back',
    executive: 'Change it where the pledge is',
  },
  facts: 'The agency',
  changeFacts: 'Change the facts',
  handOver: {
    open: { coordinator: 'Hand over the coordinator’s role', executive: 'Hand over the executive’s role' },
    title: { coordinator: 'Hand over the coordinator’s role', executive: 'Hand over the executive’s role' },
    lead: (giver: HandOverGiver, role: PassedRole, holder: string | undefined) => {
      if (!holder) return 'Nobody has this role now. The person you name gets an email and has to accept.';
      const isOwn = giver !== 'administrator' && giver.roles.includes(role);
      const stays = isOwn ? 'You stay' : `${holder} stays`;
      return `The person you name gets an email and has to accept. ${stays} in the role until then. Both get an email when it moves.`;
    },
    email: 'Email of the person who takes it over',
    emailHint: 'A colleague on your team, or somebody new: somebody new is invited first.',
    emailMissing: 'Enter the email address of the person who takes the role over',
    reason: 'Why is it handed over?',
    reasonHint: 'The person you name and the present holder read this.',
    reasonMissing: 'Write why the role is handed over',
    submit: 'Ask them to take it over',
    held: 'This person has the role already',
    offered: 'Somebody was asked already. Take that back first: it stands on the team page.',
  },
  answer: {
    title: { coordinator: 'Become the coordinator?', executive: 'Become the executive?' },
    lead: (agency: string, role: string) => `You were asked to become ${role} of ${agency}.`,
    why: 'Why',
    role: 'What it means',
    rank: 'Your rank or title',
    rankHint: 'It stands on the pledge and on letters to your agency.',
    rankMissing: 'Enter your rank or title',
    accept: 'Accept the role',
    decline: 'Decline',
    closed: {
      title: 'This question is closed',
      text: 'The role was taken back, or it was answered already. Nothing was changed.',
    },
    another: {
      title: 'Somebody else was asked',
      text: 'Only the person who was asked can answer. Sign in with the address the email went to.',
    },
  },
  join: {
    title: 'Ask to join an agency',
    lead: (agency: string, place: string) =>
      `${agency}, ${place}. Those who lead the agency’s pledge read your request and decide. You get an email.`,
    note: 'Who are you at the agency?',
    noteHint: 'Your rank or job, and what you will do for the pledge.',
    noteMissing: 'Write who you are at the agency',
    submit: 'Send the request',
    asked: 'You have asked already. You get an email when they have decided.',
    belongs: 'You belong to this agency already.',
  },
  cancel: 'Go back',
  own: 'You belong to this agency, so somebody else at the campaign decides about it.',
  refused: {
    decided: 'Somebody has decided about this request already. Nothing was changed.',
    answered: 'This invitation was answered or taken back already. Nothing was changed.',
  },
  notices: {
    invited: 'The invitation is on its way.',
    'invitation-revoked': 'The invitation is taken back. Its link no longer works.',
    'role-ended': 'The role is ended, and the person has an email.',
    'join-accepted': 'They belong to the agency now, and have an email.',
    'join-declined': 'The request is declined, and they have an email.',
    'hand-over-offered': 'We have written to them. The role moves when they accept.',
    'hand-over-cancelled': 'The offer is taken back. Its link no longer works.',
    'agency-saved': 'The facts are saved.',
  } satisfies Readonly<Record<string, string>>,
} as const;

export function endRoleSentence(refusal: EndRoleRefusal): string {
  switch (refusal.code) {
    case 'membership-not-found':
      return 'Nobody at the agency has this role.';
    case 'membership-ended':
      return 'This role has ended already. Nothing was changed.';
    case 'may-not-end-role':
      return 'You can’t end this role. The executive or the campaign can.';
  }
}
