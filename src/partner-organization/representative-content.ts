import { longDay } from '../identity/day-text.ts';
import type { InvitationRefusal } from '../identity/invitation-actions.ts';

export const representativeContent = {
  title: 'Team',
  lead: 'Everybody here reads and answers what agencies propose, and may invite colleagues.',
  members: {
    heading: 'People who speak for the organization',
    name: 'Name',
    since: 'Since',
    action: 'Action',
    unnamed: 'No name yet',
    you: 'You',
    end: 'End',
    leave: 'Leave',
  },
  invitations: {
    heading: 'Invitations',
    email: 'Email',
    state: 'Until',
    action: 'Action',
    none: 'No invitation is open.',
    open: (expires: Date) => `Open until ${longDay(expires)}`,
    expired: (expires: Date) => `Ran out on ${longDay(expires)}`,
    resend: 'Send again',
    revoke: 'Take back',
  },
  invite: {
    heading: 'Invite a colleague',
    name: 'Name',
    email: 'Email',
    emailHint: 'We email a link to this address. Only its owner can use it.',
    submit: 'Send the invitation',
    errors: {
      name: 'Enter a name of 100 letters or fewer',
      email: 'Enter the email address of your colleague',
    },
  },
  end: {
    title: (name: string) => `End the place of ${name}?`,
    leaveTitle: 'Leave the organization’s account?',
    text: (name: string) =>
      `${name} will no longer see the partnerships of your organization. What ${name} confirmed stays.`,
    leaveText: 'You will no longer see the partnerships of this organization. What you confirmed stays.',
    lastHeading: 'Nobody else speaks for the organization',
    lastText:
      'After this nobody can answer agencies. No agency can put somebody in this place. Only the campaign can invite a new person. Better invite a colleague first.',
    last: 'I know that nobody will speak for the organization then',
    submit: 'End the place',
    leaveSubmit: 'Leave',
    cancel: 'Go back without a change',
  },
  done: {
    invited: 'We sent the invitation by email.',
    revoked: 'The invitation was taken back. Its link no longer works.',
    ended: 'The place was ended. We told the person by email.',
  },
  errors: {
    'speaks-already': 'This person speaks for the organization already. Enter another address',
    'last-representative':
      'Say that you know nobody will speak for the organization, or invite a colleague first',
  },
} as const;

/** Why an invitation can't be sent again or taken back. */
export const invitationRefusals: Readonly<Record<InvitationRefusal['code'], string>> = {
  'invitation-not-found': 'This invitation is not here any more',
  'invitation-answered': 'This invitation was answered already. Look at the list again',
};

/** The sentence for a `?done=` code, if there is one. */
export function representativeNotice(code: string | undefined): string | undefined {
  const sentences: Readonly<Record<string, string>> = representativeContent.done;
  return code !== undefined && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}
