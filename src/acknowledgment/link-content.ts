import { longDate } from '../calendar/calendar-date.ts';
import type { AcknowledgmentLink, LinkState } from './acknowledgment-link.ts';

/** The words of the page where somebody reads and acknowledges, by a link or with an account. */
export const acknowledgeContent = {
  title: 'Read and acknowledge',
  lead: (title: string) => `Read “${title}”, then say that you have.`,
  policy: 'Policy',
  number: 'Number',
  effective: 'In effect since',
  agency: 'Agency',
  read: '1. Read the policy',
  readText: 'It opens or downloads on your device.',
  open: (name: string) => `Open the policy (${name})`,
  say: '2. Say that you have read it',
  forWhom: (person: string) =>
    `This page is for ${person}. Is that not you? Then close it: do not answer for somebody else.`,
  box: 'I have read this policy, and I will follow it.',
  boxMissing: 'Tick the box once you have read the policy',
  name: 'Your name',
  nameHint: (person: string) => `Type it in full: ${person}`,
  nameMissing: 'Type your name',
  submit: 'Acknowledge the policy',
  doneTitle: 'Thank you',
  done: (on: string) => `You acknowledged this policy on ${on}. You can close this page.`,
  again: 'Open the policy again',
  since: {
    replaced: (agency: string) =>
      `This version is no longer in effect: it was replaced or ended since. What you acknowledged stays recorded. Look for a newer email, or ask your coordinator at ${agency} which policy is in effect.`,
    rescinded: (agency: string, day: string) =>
      `${agency} has rescinded this policy: it no longer holds from ${day}. What you acknowledged stays recorded. You need to do nothing else; you get an email when another policy is to be read.`,
  },
  another: {
    title: 'This link is for someone else',
    lead: (viewer: string) => `It was sent to somebody else. You are signed in as ${viewer}.`,
    forwarded: (agency: string) =>
      `Was it forwarded to you? Then leave it: nobody can acknowledge a policy for somebody else. If you work at ${agency} and got no email, ask your coordinator for a link of your own, or acknowledge at your next roll call.`,
    own: 'If it was sent to you, at another address than the one you are signed in with, sign out and open it again.',
    button: 'Sign out and go on',
  },
  asked: 'Your agency asks you to read its policy and say so.',
  askedLink: 'Read and acknowledge',
  notAsked: {
    heading: 'Nothing to acknowledge',
    text: 'No policy is in effect, or your account is not linked to somebody on the roster who is asked.',
  },
} as const;

interface LinkRefusal {
  readonly status: 404 | 410;
  readonly title: string;
  readonly what: string;
  readonly next: string;
}

/** A link that was never sent, was typed wrong, or is somebody's invention. */
export const unknownLink: LinkRefusal = {
  status: 404,
  title: 'This link does not work',
  what: 'We do not know this link. Part of it may be missing.',
  next: 'Open it from the email itself, or copy all of it. If it still does not work, ask your coordinator for a new link, or acknowledge at your next roll call.',
};

/** Why a link can't be used any more, and what to do; undefined while it can, or once it was. */
export function linkRefusal(state: LinkState, { agency }: AcknowledgmentLink): LinkRefusal | undefined {
  switch (state.is) {
    case 'open':
    case 'acknowledged':
      return undefined;
    case 'expired':
      return {
        status: 410,
        title: 'This link has expired',
        what: 'Its time is over, and nothing was recorded.',
        next: `Ask your coordinator at ${agency.name} for a new link, or acknowledge at your next roll call.`,
      };
    case 'used':
      return {
        status: 410,
        title: 'This link was used',
        what: 'Your agency took back what was said with it, so the policy has to be read and acknowledged again.',
        next: `Look for a newer email, or ask your coordinator at ${agency.name} for a new link.`,
      };
    case 'rescinded':
      return {
        status: 410,
        title: 'This policy was rescinded',
        what: `${agency.name} has rescinded it: it no longer holds from ${longDate(state.from)}. Nothing was recorded.`,
        next: 'You need to do nothing else. You get an email when another policy is to be read.',
      };
    case 'replaced':
      return {
        status: 410,
        title: 'This version is no longer in effect',
        what: 'The policy this link is for was replaced or ended.',
        next: `Look for a newer email, or ask your coordinator at ${agency.name} which policy is in effect.`,
      };
    case 'not-asked':
      return {
        status: 410,
        title: 'You are no longer asked',
        what: `The roster of ${agency.name} says that you have left.`,
        next: 'If that is wrong, tell your coordinator. You need to do nothing else.',
      };
  }
}

/** “June 3, 2026”, or nothing. */
export function effectiveWords({ policy }: Pick<AcknowledgmentLink, 'policy'>): string {
  return policy.effectiveOn ? longDate(policy.effectiveOn) : '';
}

/** What became of the version that was acknowledged; nothing while it is in effect. */
export function sinceWords({ state, agency }: Pick<AcknowledgmentLink, 'state' | 'agency'>): string {
  const since = state.is === 'acknowledged' ? state.since : undefined;
  if (!since) return '';
  const words = acknowledgeContent.since;
  return since.is === 'rescinded'
    ? words.rescinded(agency.name, longDate(since.from))
    : words.replaced(agency.name);
}
