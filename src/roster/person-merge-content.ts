import type { NameLikeness } from '../person-name/name-likeness.ts';
import type { MergeRefusal, MergeUndoRefusal } from './person-merge.ts';
import type { LikelySame } from './person-merge-likely.ts';

/** The words of the pages that merge two people into one. */
export const mergeWords = {
  ask: {
    heading: 'On the roster twice?',
    text: 'If another entry is the same person, make the two one. All training records stay.',
    link: 'This is the same person as …',
  },
  choose: {
    title: (name: string) => `Who is the same person as ${name}?`,
    lead: 'You will see both side by side before anything changes.',
    likely: 'Likely the same person',
    noneLikely: 'No one else has a name, number or email like this. Search for the person instead.',
    search: 'Name, employee number or badge',
    found: 'Look for somebody else',
    notFound: 'No one matches. Try fewer letters.',
    compare: 'Compare',
  },
  compare: {
    title: 'Are these one person?',
    lead: 'Choose which facts to keep. Everything either of them has goes to one person, and you can undo it.',
    table: 'Both entries',
    fact: 'Fact',
    records: 'Training records',
    stays: 'This entry stays',
    goes: 'This entry goes',
    fromStaying: 'From the entry that stays',
    fromGoing: 'From the entry that goes',
    turn: 'Keep the other entry instead',
    keep: 'Which facts are right?',
    alike: 'They have the same facts. There is nothing to choose.',
    notGiven: 'Not given',
    reason: 'Why are they the same person?',
    reasonHint: 'You may leave this empty.',
    confirm: 'Make them one person',
    back: 'Go back without a change',
  },
  merged: {
    heading: 'Merged entries',
    entry: 'Entry',
    on: 'When',
    reason: 'Why',
    undo: 'Undo',
    undone: 'Undone',
    lead: 'Both entries are one person here. Files that list both are understood. Undoing brings the other entry back.',
    leadUndone: 'This was undone: the entries are two people again.',
  },
} as const;

const likenessWords: Readonly<Record<NameLikeness, string>> = {
  same: 'same name',
  'suffix-differs': 'same name with another suffix: perhaps a parent or child',
  'middle-differs': 'same name, other middle name',
  'word-order': 'same names in another order',
  nickname: 'short form or nickname of the same name',
  initial: 'only an initial is given',
  'given-missing': 'no first name is given',
  'typing-slip': 'one letter differs or two are swapped',
  'family-changed': 'part of the last name agrees',
};

/** What speaks for two entries being one person: “same number; one letter differs or two are swapped”. */
export function likelySentence({ likeness, isNumberSame, isEmailSame, isHireDateSame }: LikelySame): string {
  const reasons = [
    isNumberSame ? 'same number' : '',
    isEmailSame ? 'same email' : '',
    isHireDateSame ? 'hired on the same day' : '',
    likeness ? likenessWords[likeness] : 'another name',
  ];
  return reasons.filter((reason) => reason !== '').join('; ');
}

export function mergeRefusalSentence({ code }: MergeRefusal): string {
  switch (code) {
    case 'staff-not-found':
      return 'One of the two is no longer on the roster. Go back to the list.';
    case 'merge-with-oneself':
      return 'This is the same entry. Choose another one.';
    case 'changed-since-seen':
      return 'One of the two was changed meanwhile. Look at both again, then confirm.';
    case 'both-have-accounts':
      return 'Both sign in with an account of their own. End one of the two accounts first.';
  }
}

/** `name`: of the person the refusal is about. */
export function mergeUndoRefusalSentence(refusal: MergeUndoRefusal, name: string): string {
  switch (refusal.code) {
    case 'merge-not-found':
    case 'merge-undone-before':
      return 'This was undone already.';
    case 'changed-since-merge':
      return `The facts of ${name} were changed after the two entries became one, by hand or by a file. Undo that first, or add the other person by hand.`;
    case 'merged-since':
      return `This person was merged into ${name} since. Undo that first.`;
  }
}
