import type { TieRefusal } from './review-tie.ts';

export const tieContent = {
  title: 'Your ties to agencies',
  lead: 'Nobody reviews an agency they have ties to: because they work or worked there or at one of its partners, have family there, or earn something from it. Roles and email addresses are looked at by the program. Tell the rest here.',
  who: 'Only you see this list. Your colleagues see that you can’t take a review on, not why.',
  caption: 'Declared ties',
  columns: { agency: 'Agency', about: 'What ties you', since: 'Declared', state: 'State', act: 'End it' },
  stands: 'Stands',
  ended: (day: string) => `Ended on ${day}`,
  end: 'The tie has ended',
  empty: { heading: 'No declared ties', text: 'When you have a tie to an agency, declare it below.' },
  declareHeading: 'Declare a tie',
  agencyLabel: 'Agency',
  agencyHint: 'Its full name, as in the public list.',
  agencyMissing: 'Enter the name of the agency',
  aboutLabel: 'What ties you to it',
  aboutHint: 'A few words: “My sister serves there.”',
  aboutMissing: 'Write what ties you to it',
  aboutTooLong: 'Shorten this to 500 letters or fewer',
  declare: 'Declare the tie',
  declareEffect:
    'If you are reviewing this agency, the review goes back to the queue. What you decided in a review that is still open counts no more, and others decide it anew.',
  notices: {
    declared: 'The tie was declared.',
    ended: 'The tie was ended.',
  },
} as const;

export function tieRefusalSentence({ code }: TieRefusal): string {
  switch (code) {
    case 'tie-agency-unknown':
      return 'Enter the full name of an agency that is in the program';
    case 'tie-declared-already':
      return 'You declared a tie to this agency already';
    case 'tie-not-found':
      return 'This tie was ended already.';
  }
}
