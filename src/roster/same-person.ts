import { foldText, foldWord } from '../person-name/name-folding.ts';
import { isRenamed } from '../person-name/name-likeness.ts';
import type { IdentifyingFacts, NamedEntry, NamedRow } from './named-entry.ts';
import { rowContent } from './person-facts.ts';
import { staffNumberKey } from './staff-number.ts';

/** Why two rows of one file were taken for one person, surest first. */
export const foldReasons = [
  /** The same number, and names that are alike. */
  'number-and-name',
  'name-and-email',
  'name-and-hire-date',
  /** The same number and hire date, and another family or given name. */
  'number-and-hire-date',
  /** Exact duplicates whose given and middle names are written out. */
  'all-names',
] as const;

export type FoldReason = (typeof foldReasons)[number];

/** Somebody in a row, a file or on the roster. */
type Entry = NamedEntry<IdentifyingFacts>;

/** Names that one person may bear; a father and a son never do. */
export function areAlike(one: Entry, other: Entry): boolean {
  const likeness = one.likeness(other);
  return likeness !== undefined && likeness !== 'suffix-differs';
}

/** Whether two rows with a number in common are one person's. */
export function oneByNumber(one: Entry, other: Entry): FoldReason | undefined {
  if (isOneByNumberAndName(one, other)) return 'number-and-name';
  return isRenamedInFile(one, other) ? 'number-and-hire-date' : undefined;
}

/**
 * With an employee number in common, any likeness of the names will do. Badges are handed on: where only a badge is the
 * same, another spelling must not come with another hire date, and another employee number only with the same name.
 */
export function isOneByNumberAndName(one: Entry, other: Entry): boolean {
  if (!areAlike(one, other)) return false;
  const isEmployeeNumberSame = one.item.employeeNumber !== '' && other.item.employeeNumber !== '';
  if (areGivenAndDiffer(one, other, 'employeeNumber'))
    return one.likeness(other) === 'same' && !areGivenAndDiffer(one, other, 'hiredOn');
  return isEmployeeNumberSame || one.likeness(other) === 'same' || !areGivenAndDiffer(one, other, 'hiredOn');
}

/** Whether two rows with a name in common are one person's: the email or the hire date must agree, too. */
export function oneByName(one: NamedRow, other: NamedRow): FoldReason | undefined {
  if (isSameEmail(one, other) && one.likeness(other) === 'same') return 'name-and-email';
  if (isOneByHireDate(one, other)) return 'name-and-hire-date';
  return isRepeatedInFull(one, other) ? 'all-names' : undefined;
}

/** Hired on one day under one name, and nothing tells them apart. */
export function isOneByHireDate(one: Entry, other: Entry): boolean {
  if (one.item.hiredOn === undefined || one.item.hiredOn !== other.item.hiredOn) return false;
  if (areGivenAndDiffer(one, other, 'email') || isToldApart(one, other)) return false;
  return one.likeness(other) === 'same';
}

/** Whether nothing forbids that two rows, linked directly or through others, are one person's. */
export function mayBeOne(one: Entry, other: Entry): boolean {
  return (areAlike(one, other) || isRenamedInFile(one, other)) && !isToldApart(one, other);
}

/** Two names side by side under one badge are two people: only an employee number says that they are one's. */
function isRenamedInFile(one: Entry, other: Entry): boolean {
  return isSame(one, other, 'employeeNumber') && isRenamedSinceHired(one, other);
}

/** Somebody of this number, hired on the same day, who married or goes by another given name. */
export function isRenamedSinceHired(one: Entry, other: Entry): boolean {
  if (one.item.hiredOn === undefined || one.item.hiredOn !== other.item.hiredOn) return false;
  if (areGivenAndDiffer(one, other, 'employeeNumber')) return false;
  return one.numbers.some((number) => other.numbers.includes(number)) && isRenamed(one.name, other.name);
}

export function areGivenAndDiffer(one: Entry, other: Entry, fact: ComparedFact): boolean {
  const [a, b] = [comparable(one.item, fact), comparable(other.item, fact)];
  return a !== '' && b !== '' && a !== b;
}

/**
 * Two employee numbers, and neither email nor badge in common, and not the same rank or unit: namesakes, perhaps of one
 * academy class. Who merely got another number keeps the rest.
 */
function isToldApart(one: Entry, other: Entry): boolean {
  if (!areGivenAndDiffer(one, other, 'employeeNumber')) return false;
  if (areGivenAndDiffer(one, other, 'hiredOn')) return !isSameEmail(one, other);
  if (isSameEmail(one, other) || isSame(one, other, 'badge')) return false;
  return (['badge', 'rank', 'unit'] as const).some((fact) => areGivenAndDiffer(one, other, fact));
}

/** A row said twice, with a middle name in full: nobody else has all of it. */
function isRepeatedInFull({ item }: NamedRow, other: NamedRow): boolean {
  return foldWord(item.name.middle).length > 1 && rowContent(item) === rowContent(other.item);
}

function isSameEmail(one: Entry, other: Entry): boolean {
  return isSame(one, other, 'email');
}

type ComparedFact = 'employeeNumber' | 'badge' | 'email' | 'hiredOn' | 'rank' | 'unit';

/** Whether both give the fact, and the same one. */
export function isSame(one: Entry, other: Entry, fact: ComparedFact): boolean {
  const value = comparable(one.item, fact);
  return value !== '' && value === comparable(other.item, fact);
}

/** Leading zeros, case and spaces make no difference. */
function comparable(facts: IdentifyingFacts, fact: ComparedFact): string {
  if (fact === 'employeeNumber' || fact === 'badge') return staffNumberKey(facts[fact]);
  return foldText(facts[fact] ?? '');
}
