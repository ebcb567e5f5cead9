import type { Standing } from '../uswds/tag.tsx';
import type { Appeal, AppealDecisionRefusal, AppealRefusal, AppealState } from './appeal.ts';

export const appealContent = {
  heading: 'Appeals',
  title: (agency: string) => `Appeal of ${agency}`,
  aboutRequirement: (name: string) => `About the return of: ${name}`,
  aboutClosing: 'About the closing of the case',
  states: {
    waiting: { words: 'Waiting to be decided', standing: 'waiting' },
    upheld: { words: 'The decision stands', standing: 'neutral' },
    allowed: { words: 'Allowed', standing: 'done' },
    withdrawn: { words: 'Taken back', standing: 'neutral' },
  } satisfies Record<AppealState['is'], { readonly words: string; readonly standing: Standing }>,
  tooLong: 'Shorten this to 4,000 letters or fewer',
  agency: {
    title: 'Appeal',
    link: (name: string) => `Appeal the decision about: ${name}`,
    linkClosing: 'Appeal the closing',
    lead: 'Somebody of the campaign decides who had no part in the case and no ties to your agency. Each decision can be appealed once. The time to answer stands still meanwhile.',
    decision: 'The decision',
    groundsLabel: 'Why is the decision wrong?',
    groundsHint: 'Name what the reviewer has overlooked or read otherwise, and where it is found.',
    groundsMissing: 'Write why the decision is wrong',
    send: 'Send the appeal',
    withdraw: 'Take the appeal back',
    withdrawHint: 'The decision then stands, and the last day to answer stays what it was.',
    yours: 'Your appeal',
    answer: 'The decision about it',
  },
  campaign: {
    filedOn: (day: string) => `The agency appealed on ${day}.`,
    grounds: 'What the agency says',
    decision: 'The decision that is appealed',
    earlier: 'You had a part in the decisions of this case. Somebody else must decide the appeal.',
    verdictLabel: 'Your decision',
    verdicts: {
      upheld: 'The decision stands',
      allowed: 'The agency is right',
    },
    verdictHints: {
      requirement: 'If the agency is right, the requirement counts as met.',
      closing: 'If the agency is right, the case is opened again and the agency gets time to answer.',
    },
    verdictMissing: 'Choose whether the decision stands',
    groundsLabel: 'Your grounds, for the agency',
    groundsMissing: 'Write why you decide so',
    send: 'Decide the appeal',
    file: 'Read the case',
  },
} as const;

export function appealRefusalSentence({ code }: AppealRefusal): string {
  switch (code) {
    case 'submission-not-found':
    case 'submission-moved-on':
      return 'This decision can’t be appealed any more. Go back and look at where the review stands.';
    case 'appeal-too-late':
      return 'The last day to appeal has passed.';
    case 'appealed-already':
      return 'This decision was appealed already.';
    case 'grounds-missing':
      return appealContent.agency.groundsMissing;
  }
}

export function appealDecisionSentence({ code }: AppealDecisionRefusal): string {
  switch (code) {
    case 'appeal-not-found':
      return 'This appeal is no longer here. Go back to the list.';
    case 'appeal-moved-on':
      return 'Somebody else decided it, or it was taken back. Look at it again.';
    case 'decided-in-case':
      return appealContent.campaign.earlier;
    case 'has-ties':
      return 'You have ties to this agency. Somebody else must decide the appeal.';
    case 'grounds-missing':
      return appealContent.campaign.groundsMissing;
  }
}

/** What follows from a decided appeal, told to the agency. */
export function verdictWords(appeal: Appeal): string {
  return appealContent.states[appeal.state.is].words;
}
