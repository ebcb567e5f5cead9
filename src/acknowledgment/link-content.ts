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
export function linkRefusal({ is }: LinkState, { agency }: AcknowledgmentLink): LinkRefusal | undefined {
  switch (is) {
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
