import type { NameLikeness } from '../person-name/name-likeness.ts';
import type { DoubtReason, MatchCandidate, MatchedHow } from './record-matching.ts';

const matches: Readonly<Record<MatchedHow, string>> = {
  'number-and-name': 'Number and name agree.',
  'name-alone': 'The record gives no number, and one person has this name.',
  'number-and-form-of-name': 'The number agrees, and the name is another form of the same name.',
  'name-with-number-unknown': 'One person has this name; the roster has no number for them to compare.',
  'name-with-number-changed':
    'One person has this name, but another number. Nobody has the number in the record.',
  'name-with-middle-or-suffix': 'Several people share this name; one of them has this middle name or suffix.',
};

/** Why a record was given to a person. */
export function matchSentence(how: MatchedHow): string {
  return matches[how];
}

const doubts: Readonly<Record<DoubtReason, string>> = {
  'number-of-someone-else':
    'The number belongs to somebody with another name. Choose whom the record is about.',
  'several-with-number-and-name': 'Several people have this number and name. Choose one.',
  'several-with-name': 'Several people have this name. Choose one.',
  'middle-or-suffix-differs': 'The middle name or suffix is another than on the roster. Confirm the person.',
  'spelled-otherwise':
    'One person has this name, but with another accent or hyphen, or only an initial is given. Confirm the person.',
  'name-only-alike': 'Nobody has exactly this name. Choose the person, or leave the record out.',
};

/** Why a record waits for someone to say whom it is about. */
export function doubtSentence(reason: DoubtReason): string {
  return doubts[reason];
}

export const unmatchedSentence = 'Nobody on the roster has this name or one like it.';

const likenesses: Readonly<Record<NameLikeness, string>> = {
  same: 'same name',
  'suffix-differs': 'same name, other suffix',
  'middle-differs': 'same name, other middle name',
  'word-order': 'same names in another order',
  nickname: 'short form or nickname of the same name',
  initial: 'only an initial is given',
  'given-missing': 'no first name is given',
  'typing-slip': 'one letter differs or two are swapped',
  'family-changed': 'part of the family name agrees',
};

/** What speaks for a candidate: “same number; one letter differs or two are swapped”. */
export function candidateReason({ hasNumber, likeness }: MatchCandidate<string>): string {
  const reasons = [hasNumber ? 'same number' : '', likeness ? likenesses[likeness] : 'another name'];
  return reasons.filter((reason) => reason !== '').join('; ');
}
