import { foldWord, foldWords } from './name-folding.ts';
import { isParticle } from './name-words.ts';
import { areNicknames } from './nicknames.ts';
import type { PersonName } from './person-name.ts';
import { isTypingSlip } from './typing-slip.ts';

/** How two names that may be one person's are alike, nearest first. */
export const likenesses = [
  'same',
  'suffix-differs',
  'middle-differs',
  'word-order',
  'nickname',
  'initial',
  'given-missing',
  'typing-slip',
  'family-changed',
] as const;

export type NameLikeness = (typeof likenesses)[number];

/** A name folded once, for comparing it with many others. */
export interface FoldedName {
  readonly family: string;
  readonly familyWords: readonly string[];
  readonly given: string;
  readonly givenWords: readonly string[];
  readonly middleWords: readonly string[];
  readonly suffix: string;
  /** All words but lone initials, in one order: catches family and given name swapped. */
  readonly sorted: string;
}

export function foldName(name: PersonName): FoldedName {
  const givenWords = foldWords(name.given);
  const familyWords = foldWords(name.family);
  const given = givenWords[0] ?? '';
  const middleWords = [...givenWords.slice(1), ...foldWords(name.middle)];
  return {
    family: foldWord(name.family),
    familyWords,
    given,
    givenWords,
    middleWords,
    suffix: foldWord(name.suffix),
    sorted: sortedWords(familyWords, given, middleWords),
  };
}

function sortedWords(family: readonly string[], given: string, middle: readonly string[]): string {
  const words = [...family, ...(given === '' ? [] : [given]), ...middle.filter((word) => word.length > 1)];
  const [first = '', second = ''] = words;
  if (words.length === 2) return first < second ? `${first} ${second}` : `${second} ${first}`;
  return words.sort().join(' ');
}

/** Whether two names are written alike, letter for letter: settles most comparisons before anything is folded. */
export function isSameSpelling(one: PersonName, other: PersonName): boolean {
  return (
    one.family === other.family &&
    one.given === other.given &&
    one.middle === other.middle &&
    one.suffix === other.suffix
  );
}

/** How alike two names are, or undefined when nothing suggests one person. Only `same` needs no person's decision. */
export function nameLikeness(one: PersonName, other: PersonName): NameLikeness | undefined {
  return foldedLikeness(foldName(one), foldName(other));
}

export function foldedLikeness(one: FoldedName, other: FoldedName): NameLikeness | undefined {
  if (one.family === other.family && one.given === other.given) return sameKeyLikeness(one, other);
  if (one.sorted === other.sorted) return 'word-order';
  if (one.family === other.family) return givenLikeness(one.given, other.given);
  if (!isGivenUsedFor(one.given, other.given)) return undefined;
  if (isTypingSlip(one.family, other.family)) return 'typing-slip';
  return sharesFamilyPart(one, other) ? 'family-changed' : undefined;
}

/**
 * Whether one of two names may be the other's bearer after a marriage, or under another given name. Says nothing by
 * itself: whoever asks must know of a number and a day that the two have in common.
 */
export function isRenamed(one: FoldedName, other: FoldedName): boolean {
  if (one.suffix !== '' && other.suffix !== '' && one.suffix !== other.suffix) return false;
  return givenAgrees(one, other) || familyAgrees(one, other);
}

/** The same given name, its nickname or its initial. */
function givenAgrees(one: FoldedName, other: FoldedName): boolean {
  if (one.given === '' || other.given === '') return false;
  return isGivenUsedFor(one.given, other.given) || isInitialOf(one.given, other.given);
}

/** The same given name or its nickname, in full: beside another family name an initial says too little. */
function isGivenUsedFor(one: string, other: string): boolean {
  return one.length > 1 && (one === other || areNicknames(one, other));
}

/** The same family name, one slip away, or sharing a part: Ash and Ash-Birch. */
function familyAgrees(one: FoldedName, other: FoldedName): boolean {
  return (
    one.family === other.family || isTypingSlip(one.family, other.family) || sharesFamilyPart(one, other)
  );
}

function sameKeyLikeness(one: FoldedName, other: FoldedName): NameLikeness {
  if (one.given === '') return 'given-missing';
  if (one.suffix !== '' && other.suffix !== '' && one.suffix !== other.suffix) return 'suffix-differs';
  return middlesAgree(one.middleWords, other.middleWords) ? 'same' : 'middle-differs';
}

/** A missing middle name agrees with any; an initial agrees with the name it opens. */
function middlesAgree(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one.join(''), other.join('')];
  if (a === '' || b === '' || a.startsWith(b) || b.startsWith(a)) return true;
  return one.map(initial).join('') === other.map(initial).join('') && (isInitials(one) || isInitials(other));
}

function isInitials(words: readonly string[]): boolean {
  return words.every((word) => word.length === 1);
}

function initial(word: string): string {
  return word.slice(0, 1);
}

function givenLikeness(one: string, other: string): NameLikeness | undefined {
  if (one === '' || other === '') return 'given-missing';
  if (areNicknames(one, other)) return 'nickname';
  if (isInitialOf(one, other)) return 'initial';
  if (isTypingSlip(one, other)) return 'typing-slip';
  return isShortFormOf(one, other) ? 'nickname' : undefined;
}

function isShortFormOf(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 2 && long.startsWith(short);
}

function isInitialOf(one: string, other: string): boolean {
  return (one.length === 1 || other.length === 1) && initial(one) === initial(other);
}

/** Ash and Ash-Birch share a part; so do a middle name that was the family name before and that family name. */
function sharesFamilyPart(one: FoldedName, other: FoldedName): boolean {
  return hasFamilyOf(one, other) || hasFamilyOf(other, one);
}

function hasFamilyOf(one: FoldedName, other: FoldedName): boolean {
  const parts = familyParts(other);
  return [one.family, ...one.familyWords.filter(isPart)].some((part) => parts.includes(part));
}

/** Words of the family name, and of the middle name where a former family name may stand; particles don't count. */
export function familyParts(name: FoldedName): readonly string[] {
  return [name.family, ...name.familyWords.filter(isPart), ...name.middleWords.filter(isPart)];
}

function isPart(word: string): boolean {
  return word.length > 2 && !isParticle(word);
}
