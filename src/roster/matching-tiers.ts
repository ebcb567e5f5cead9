import { isRenamed, type NameLikeness } from '../person-name/name-likeness.ts';
import type { NamedEntry } from './named-entry.ts';
import type { RosterPerson } from './roster-person.ts';
import {
  areGivenAndDiffer,
  isOneByHireDate,
  isOneByNumberAndName,
  isRenamedSinceHired,
  isSame,
} from './same-person.ts';
import type { StaffMember } from './staff-member.ts';

/** Why a person of the file was taken for someone already known, surest first. */
export type MatchReason =
  /** Somebody said so. */
  | { readonly code: 'decided' }
  | { readonly code: 'all-facts' }
  | { readonly code: 'number-and-name' }
  | { readonly code: 'number-and-alike-name'; readonly likeness: NameLikeness }
  | { readonly code: 'name-and-email' }
  | { readonly code: 'name-and-hire-date' }
  | { readonly code: 'name-and-work' }
  | { readonly code: 'name-alone' }
  /** One number or email and hire date, but another family or given name: a person should look. */
  | { readonly code: 'name-changed'; readonly with: 'number' | 'email' }
  /** One name, hire date and rank or unit, but another number where the former is gone: a person should look. */
  | { readonly code: 'number-changed' };

export type PersonSide = NamedEntry<RosterPerson>;
export type MemberSide = NamedEntry<StaffMember>;

/** One way to find the same person: of those under one key, the pairs that `reason` accepts and that have no rival. */
export interface MatchingTier {
  readonly personKeys: (side: PersonSide) => readonly string[];
  readonly memberKeys: (side: MemberSide) => readonly string[];
  readonly reason: (person: PersonSide, member: MemberSide) => MatchReason | undefined;
}

/** The ways, surest first. */
export const matchingTiers: readonly MatchingTier[] = [
  {
    personKeys: ({ numbers }) => numbers,
    memberKeys: ({ numbers }) => numbers,
    reason: (person, member) =>
      person.nameKey === member.nameKey ? numberAndName(person, member) : undefined,
  },
  {
    personKeys: ({ numbers }) => numbers,
    memberKeys: ({ numbers }) => numbers,
    reason: numberAndName,
  },
  {
    personKeys: ({ item, nameKey: name }) => (item.email === '' ? [] : [`${item.email}|${name}`]),
    memberKeys: ({ item, nameKey: name }) => (item.email === '' ? [] : [`${item.email}|${name}`]),
    reason: (person, member) => (isSameName(person, member) ? { code: 'name-and-email' } : undefined),
  },
  {
    personKeys: ({ item, nameKey: name }) => (item.hiredOn ? [`${item.hiredOn}|${name}`] : []),
    memberKeys: ({ item, nameKey: name }) => (item.hiredOn ? [`${item.hiredOn}|${name}`] : []),
    reason: (person, member) =>
      isOneByHireDate(person, member) ? { code: 'name-and-hire-date' } : undefined,
  },
  {
    personKeys: ({ item, numbers }) =>
      item.hiredOn ? numbers.map((number) => `${number}|${item.hiredOn}`) : [],
    memberKeys: ({ item, numbers }) =>
      item.hiredOn ? numbers.map((number) => `${number}|${item.hiredOn}`) : [],
    reason: (person, member) =>
      isRenamedSinceHired(person, member) ? { code: 'name-changed', with: 'number' } : undefined,
  },
  {
    personKeys: ({ item }) => (item.email === '' || !item.hiredOn ? [] : [`${item.email}|${item.hiredOn}`]),
    memberKeys: ({ item }) => (item.email === '' || !item.hiredOn ? [] : [`${item.email}|${item.hiredOn}`]),
    reason: (person, member) =>
      isRenamed(person.name, member.name) ? { code: 'name-changed', with: 'email' } : undefined,
  },
  {
    personKeys: ({ item, nameKey: name }) => [`${name}|${work(item)}`],
    memberKeys: ({ item, nameKey: name }) => [`${name}|${work(item)}`],
    reason: (person, member) => (nothingDisagrees(person, member) ? { code: 'name-and-work' } : undefined),
  },
  {
    personKeys: ({ nameKey: name }) => [name],
    memberKeys: ({ nameKey: name }) => [name],
    reason: (person, member) => (nothingDisagrees(person, member) ? { code: 'name-alone' } : undefined),
  },
];

/**
 * Somebody with another number, otherwise the same: the file no longer has the person under the number we know.
 * `isNumberFree`: the file is known to list everybody, or gives that number to somebody else.
 */
export function renumberedTier(isNumberFree: (member: MemberSide) => boolean): MatchingTier {
  return {
    personKeys: ({ item, nameKey: name }) => (item.hiredOn ? [`${item.hiredOn}|${name}`] : []),
    memberKeys: ({ item, nameKey: name }) => (item.hiredOn ? [`${item.hiredOn}|${name}`] : []),
    reason: (person, member) =>
      isNumberFree(member) &&
      isSameName(person, member) &&
      person.numbers.length > 0 &&
      !areGivenAndDiffer(person, member, 'email') &&
      (isSame(person, member, 'rank') || isSame(person, member, 'unit'))
        ? { code: 'number-changed' }
        : undefined,
  };
}

function numberAndName(person: PersonSide, member: MemberSide): MatchReason | undefined {
  if (!isOneByNumberAndName(person, member)) return undefined;
  const likeness = person.likeness(member);
  if (likeness === undefined || likeness === 'same') return { code: 'number-and-name' };
  return { code: 'number-and-alike-name', likeness };
}

function isSameName(person: PersonSide, member: MemberSide): boolean {
  return person.likeness(member) === 'same';
}

/** By name alone two people are one only when no number, email or hire date says otherwise. */
function nothingDisagrees(person: PersonSide, member: MemberSide): boolean {
  const isNumberDifferent =
    person.numbers.length > 0 &&
    member.numbers.length > 0 &&
    !person.numbers.some((number) => member.numbers.includes(number));
  return (
    !isNumberDifferent &&
    !areGivenAndDiffer(person, member, 'hiredOn') &&
    !areGivenAndDiffer(person, member, 'email') &&
    isSameName(person, member)
  );
}

function work({ rank, unit }: Pick<StaffMember, 'rank' | 'unit'>): string {
  return `${rank}|${unit}`.toLowerCase();
}
