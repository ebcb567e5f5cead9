import type { Side } from './partnership.ts';

export const detailContent = {
  facts: 'What the partnership is about',
  edit: 'Change',
  end: 'End the partnership',
  takeBack: 'Take the proposal back',
  again: 'Send the link again',
  proposeAgain: 'Propose it again',
  goesOn: (other: string) => `There is another partnership with ${other} that goes on.`,
  goesOnLink: 'Go to that partnership',
  waiting: {
    heading: (partner: string) => `${partner} has not answered yet`,
    text: (to: string, day: string) => `We asked ${to} on ${day}. You can send the link again.`,
    representatives: 'the people who speak for it',
    changed: 'What both sides confirmed before stays in effect until then.',
  },
  answerWaits: {
    heading: (partner: string) => `${partner} proposed a version of the agreement`,
    text: 'Read it, then confirm it, decline it with a reason, or answer with a version of your own.',
    link: 'Read it',
  },
  inTalks: {
    heading: 'Nothing is before either side',
    text: {
      agency: () =>
        'The last version was declined or taken back. Propose another one on the agreement’s page, or take the proposal back.',
      partner: (agency: string) =>
        `The last version was declined or taken back. You can propose another one on the agreement’s page, or wait for ${agency} to propose one.`,
    } satisfies Record<Side, (other: string) => string>,
    link: 'Go to the agreement',
  },
  agreementMissing: {
    heading: 'The agreement is missing',
    text: 'The partnership counts only with its agreement document: one that you add under “Change”, or one that you both write and confirm here.',
  },
  declined: {
    heading: (partner: string) => `${partner} declined`,
    on: (day: string) => `On ${day}, with these words:`,
  },
  ended: {
    heading: (side: string) => `${side} ended the partnership`,
    on: (day: string) => `On ${day}, with these words:`,
  },
} as const;

/** What the dates of an agreement ask for, as either side reads it. */
export const dueContent = {
  says: {
    lapsed: (day: string) => `The term of the agreement ended on ${day}. It is no longer in effect.`,
    'due-for-review': (day: string) => `The review of this partnership was due on ${day}.`,
    'term-ends-soon': (day: string) => `The term of the agreement ends on ${day}.`,
    'review-soon': (day: string) => `The review of this partnership is due on ${day}.`,
  },
  next: {
    lapsed: (other: string) =>
      `Both sides can act now: you or ${other} propose a new term, and the other side confirms it.`,
    'due-for-review': (other: string) =>
      `Both sides can act now: talk with each other. Then you or ${other} propose to renew it with a new review date, and the other side confirms it.`,
    'term-ends-soon': (other: string) =>
      `Both sides can act now: you or ${other} propose the next term, and the other side confirms it before that day.`,
    'review-soon': (other: string) =>
      `Talk with ${other} before that day. Then one of you proposes to renew it with a new review date.`,
  },
  whoMay: (agency: string, partner: string) =>
    `A coordinator of ${agency} or a person who speaks for ${partner} proposes to renew it, and the other side confirms it.`,
  yourTurn: (other: string) => `It is your turn: ${other} proposed a version. Read it and answer it.`,
  theirTurn: (other: string) =>
    `It is the turn of ${other}: a version waits for its answer. You need to do nothing until then.`,
  renew: 'Renew it',
} as const;

export const gapContent = {
  heading: (from: string, to: string) =>
    from === to ? `No agreed term covers ${from}` : `No agreed term covers ${from} to ${to}`,
  now: (endsOn: string, beginsOn: string) =>
    `The last agreed term ended on ${endsOn}. The next one is agreed and begins on ${beginsOn}. Until then the partnership counts as one without an agreement in effect.`,
  ahead: (endsOn: string, beginsOn: string) =>
    `The present term ends on ${endsOn}. The next one is agreed and begins only on ${beginsOn}. In between, the partnership counts as one without an agreement in effect.`,
  who: (agency: string, partner: string, from: string) =>
    `To close the gap, a coordinator of ${agency} or a person who speaks for ${partner} proposes the next term with ${from} as its first day. The other side confirms it; for the agency, its coordinator or its executive can.`,
  link: 'Propose an earlier first day',
  waits: 'A version of the agreement waits for an answer. Answer it first.',
} as const;

export const endContent = {
  title: 'End the partnership?',
  takeBackTitle: 'Take the proposal back?',
  text: (other: string) => `${other} is told by email, with your reason. What was recorded is kept.`,
  reason: 'Reason',
  reasonHint: 'The other side reads it.',
  submit: 'End the partnership',
  takeBackSubmit: 'Take it back',
  cancel: 'Go back without a change',
  errors: { reason: 'Enter the reason, in 2,000 letters or fewer' },
} as const;

export const notices = {
  proposed: 'The partnership was proposed. The partner was asked to confirm by email.',
  unchanged: 'Nothing was changed.',
  told: 'Your changes were saved. The partner was told by email.',
  asked: 'Your changes were saved. The partner was asked to confirm by email.',
  again: 'We sent the link again. Earlier invitation links no longer work.',
  ended: 'It was ended. The other side was told by email.',
  confirmed: 'Thank you. You confirmed the partnership, and the agency was told by email.',
  'confirmed-change': 'Thank you. You confirmed the change, and the agency was told by email.',
  'confirmed-renewal': 'Thank you. You confirmed the renewal, and the agency was told by email.',
  declined: 'You declined. The agency was told by email.',
  naming: 'Your choice was saved.',
  discarded: 'Your draft was thrown away.',
} as const;

/** The sentence for a `?done=` code, if there is one. */
export function noticeFor(code: string | undefined): string | undefined {
  const sentences: Readonly<Record<string, string>> = notices;
  return code !== undefined && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}
