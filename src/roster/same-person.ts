import { foldText, foldWord } from '../person-name/name-folding.ts';
import { type FoldedName, foldedLikeness, isRenamed } from '../person-name/name-likeness.ts';
import type { NamedRow } from './named-row.ts';
import { rowContent } from './person-facts.ts';
import type { RosterRow } from './roster-row.ts';
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

/** Names that one person may bear; a father and a son never do. */
export function areAlike(one: FoldedName, other: FoldedName): boolean {
  const likeness = foldedLikeness(one, other);
  return likeness !== undefined && likeness !== 'suffix-differs';
}

/**
 * Whether two rows with a number in common are one person's. A badge in common says nothing when two employee numbers
 * differ, and little when the hire dates do: badges are handed on.
 */
export function oneByNumber(one: NamedRow, other: NamedRow): FoldReason | undefined {
  if (areGivenAndDiffer(one, other, 'employeeNumber')) return undefined;
  const likeness = foldedLikeness(one.name, other.name);
  if (likeness === 'suffix-differs') return undefined;
  if (likeness === undefined) return isHireRenamed(one, other) ? 'number-and-hire-date' : undefined;
  const hasEmployeeNumber = one.row.employeeNumber !== '' && other.row.employeeNumber !== '';
  const isCertain = hasEmployeeNumber || likeness === 'same' || !areGivenAndDiffer(one, other, 'hiredOn');
  return isCertain ? 'number-and-name' : undefined;
}

/** Whether two rows with a name in common are one person's: the email or the hire date must agree, too. */
export function oneByName(one: NamedRow, other: NamedRow): FoldReason | undefined {
  const reason = reasonBesideName(one, other);
  return reason && foldedLikeness(one.name, other.name) === 'same' ? reason : undefined;
}

function reasonBesideName(one: NamedRow, other: NamedRow): FoldReason | undefined {
  if (isSameEmail(one, other)) return 'name-and-email';
  if (one.row.hiredOn === undefined) return isRepeatedInFull(one, other) ? 'all-names' : undefined;
  if (one.row.hiredOn !== other.row.hiredOn || areGivenAndDiffer(one, other, 'email')) return undefined;
  return isToldApart(one, other) ? undefined : 'name-and-hire-date';
}

/** A row said twice, with a middle name in full: nobody else has all of it. */
function isRepeatedInFull({ row }: NamedRow, other: NamedRow): boolean {
  return foldWord(row.name.middle).length > 1 && rowContent(row) === rowContent(other.row);
}

/** Whether nothing forbids that two rows, linked directly or through others, are one person's. */
export function mayBeOne(one: NamedRow, other: NamedRow): boolean {
  return (areAlike(one.name, other.name) || isHireRenamed(one, other)) && !isToldApart(one, other);
}

/**
 * Two employee numbers, and not everything else is the same: namesakes of one academy class. Who has two numbers in
 * one file has one badge, one rank and one unit.
 */
function isToldApart(one: NamedRow, other: NamedRow): boolean {
  if (!areGivenAndDiffer(one, other, 'employeeNumber') || isSameEmail(one, other)) return false;
  return (['hiredOn', 'badge', 'rank', 'unit'] as const).some((fact) => areGivenAndDiffer(one, other, fact));
}

/** Somebody of this number, hired on the same day, who married or goes by another given name. */
function isHireRenamed(one: NamedRow, other: NamedRow): boolean {
  if (one.row.hiredOn === undefined || one.row.hiredOn !== other.row.hiredOn) return false;
  return one.numbers.some((number) => other.numbers.includes(number)) && isRenamed(one.name, other.name);
}

function isSameEmail(one: NamedRow, other: NamedRow): boolean {
  return one.row.email !== '' && one.row.email === other.row.email;
}

type ComparedFact = 'employeeNumber' | 'badge' | 'email' | 'hiredOn' | 'rank' | 'unit';

function areGivenAndDiffer(one: NamedRow, other: NamedRow, fact: ComparedFact): boolean {
  const [a, b] = [comparable(one.row, fact), comparable(other.row, fact)];
  return a !== '' && b !== '' && a !== b;
}

/** Leading zeros, case and spaces make no difference. */
function comparable(row: RosterRow, fact: ComparedFact): string {
  if (fact === 'employeeNumber' || fact === 'badge') return staffNumberKey(row[fact]);
  return foldText(row[fact] ?? '');
}
