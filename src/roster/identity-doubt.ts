import { isRenamed } from '../person-name/name-likeness.ts';
import type { MemberSide, PersonSide } from './matching-tiers.ts';
import { areGivenAndDiffer, isSame } from './same-person.ts';
import type { StaffMember } from './staff-member.ts';

/** What speaks for or against somebody of the roster being the person of a row, in the order in which it is told. */
export const candidateReasons = [
  'same-name',
  'name-alike',
  'other-written-name',
  'other-name',
  'same-number',
  'other-number',
  'no-number-in-file',
  'same-hire-date',
  'other-hire-date',
  'same-email',
  'other-email',
  'same-rank',
  'same-unit',
] as const;

export type CandidateReason = (typeof candidateReasons)[number];

/** Somebody of the roster who may be the person of a row. */
export interface Candidate {
  readonly member: StaffMember;
  readonly why: readonly CandidateReason[];
  /** Somebody said that this is another person. */
  readonly isSettled?: boolean;
}

/**
 * How far two who were not found to be one may be: `ask`: nothing is done with the row until somebody says; `note`: the
 * row is a new person's, who has the number of somebody else.
 */
export type IdentityDoubt = 'ask' | 'note';

export function identityDoubt(person: PersonSide, member: MemberSide): IdentityDoubt | undefined {
  const likeness = person.likeness(member);
  if (hasNumberOf(person, member)) {
    if (likeness !== undefined && likeness !== 'suffix-differs') return 'ask';
    const mayBeRenamed = isRenamed(person.name, member.name) && !areGivenAndDiffer(person, member, 'hiredOn');
    return mayBeRenamed && likeness === undefined ? 'ask' : 'note';
  }
  if (likeness === undefined || likeness === 'suffix-differs') return undefined;
  if (isSame(person, member, 'email')) return 'ask';
  const isHireDateSame = isSame(person, member, 'hiredOn');
  if (isHireDateSame) return 'ask';
  const isHireDateOther = areGivenAndDiffer(person, member, 'hiredOn');
  const isNumberOther = person.numbers.length > 0 && member.numbers.length > 0;
  if (likeness === 'same') return isNumberOther && isHireDateOther ? undefined : 'ask';
  if (isNumberOther || isHireDateOther || likeness === 'middle-differs') return undefined;
  return isSame(person, member, 'rank') || isSame(person, member, 'unit') ? 'ask' : undefined;
}

/** What the two have in common, and what not. */
export function reasonsFor(person: PersonSide, member: MemberSide): readonly CandidateReason[] {
  const likeness = person.likeness(member);
  const holds: Readonly<Record<CandidateReason, boolean>> = {
    'same-name': likeness === 'same',
    'name-alike': likeness !== undefined && likeness !== 'same',
    'other-written-name': false,
    'other-name': likeness === undefined,
    'same-number': hasNumberOf(person, member),
    'other-number': person.numbers.length > 0 && member.numbers.length > 0 && !hasNumberOf(person, member),
    'no-number-in-file': person.numbers.length === 0 && member.numbers.length > 0,
    'same-hire-date': isSame(person, member, 'hiredOn'),
    'other-hire-date': areGivenAndDiffer(person, member, 'hiredOn'),
    'same-email': isSame(person, member, 'email'),
    'other-email': areGivenAndDiffer(person, member, 'email'),
    'same-rank': isSame(person, member, 'rank'),
    'same-unit': isSame(person, member, 'unit'),
  };
  return candidateReasons.filter((reason) => holds[reason]);
}

function hasNumberOf({ numbers }: PersonSide, member: MemberSide): boolean {
  return numbers.some((number) => member.numbers.includes(number));
}
