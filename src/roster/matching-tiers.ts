import {
  type FoldedName,
  foldedLikeness,
  foldName,
  isRenamed,
  isSameSpelling,
  type NameLikeness,
} from '../person-name/name-likeness.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { RosterPerson } from './roster-person.ts';
import type { StaffMember } from './staff-member.ts';

/** Why a person of the file was taken for someone already known, surest first. */
export type MatchReason =
  | { readonly code: 'all-facts' }
  | { readonly code: 'number-and-name' }
  | { readonly code: 'number-and-alike-name'; readonly likeness: NameLikeness }
  | { readonly code: 'name-and-email' }
  | { readonly code: 'name-and-hire-date' }
  | { readonly code: 'name-and-work' }
  | { readonly code: 'name-alone' }
  /** One number or email and hire date, but another family or given name: a person should look. */
  | { readonly code: 'name-changed'; readonly with: 'number' | 'email' };

/** Who stands on one side of a match; the name is folded whole only when something is compared with it. */
export class Side<T extends { readonly name: PersonName }> {
  readonly item: T;
  readonly nameKey: string;
  readonly numbers: readonly string[];
  #folded: FoldedName | undefined;

  constructor(item: T, nameKey: string, numbers: readonly string[]) {
    this.item = item;
    this.nameKey = nameKey;
    this.numbers = numbers;
  }

  get name(): FoldedName {
    this.#folded ??= foldName(this.item.name);
    return this.#folded;
  }
}

export type PersonSide = Side<RosterPerson>;
export type MemberSide = Side<StaffMember>;

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
      person.nameKey === member.nameKey ? numberAndName(likeness(person, member)) : undefined,
  },
  {
    personKeys: ({ numbers }) => numbers,
    memberKeys: ({ numbers }) => numbers,
    reason: (person, member) => numberAndName(likeness(person, member)),
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
      isSameName(person, member) && !isEmailDifferent(person, member)
        ? { code: 'name-and-hire-date' }
        : undefined,
  },
  {
    personKeys: ({ item, numbers }) =>
      item.hiredOn ? numbers.map((number) => `${number}|${item.hiredOn}`) : [],
    memberKeys: ({ item, numbers }) =>
      item.hiredOn ? numbers.map((number) => `${number}|${item.hiredOn}`) : [],
    reason: (person, member) =>
      isNameChange(person, member) ? { code: 'name-changed', with: 'number' } : undefined,
  },
  {
    personKeys: ({ item }) => (item.email === '' || !item.hiredOn ? [] : [`${item.email}|${item.hiredOn}`]),
    memberKeys: ({ item }) => (item.email === '' || !item.hiredOn ? [] : [`${item.email}|${item.hiredOn}`]),
    reason: (person, member) =>
      isNameChange(person, member) ? { code: 'name-changed', with: 'email' } : undefined,
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

function likeness(person: PersonSide, member: MemberSide): NameLikeness | undefined {
  const isWrittenAlike = person.item.name.given !== '' && isSameSpelling(person.item.name, member.item.name);
  return isWrittenAlike ? 'same' : foldedLikeness(person.name, member.name);
}

function numberAndName(found: NameLikeness | undefined): MatchReason | undefined {
  if (found === undefined || found === 'suffix-differs') return undefined;
  return found === 'same' ? { code: 'number-and-name' } : { code: 'number-and-alike-name', likeness: found };
}

function isSameName(person: PersonSide, member: MemberSide): boolean {
  return likeness(person, member) === 'same';
}

function isNameChange(person: PersonSide, member: MemberSide): boolean {
  return isRenamed(person.name, member.name);
}

function isEmailDifferent(person: PersonSide, member: MemberSide): boolean {
  return person.item.email !== '' && member.item.email !== '' && person.item.email !== member.item.email;
}

/** By name alone two people are one only when no number, email or hire date says otherwise. */
function nothingDisagrees(person: PersonSide, member: MemberSide): boolean {
  const isNumberDifferent =
    person.numbers.length > 0 &&
    member.numbers.length > 0 &&
    !person.numbers.some((number) => member.numbers.includes(number));
  const { hiredOn } = person.item;
  const isHireDifferent =
    hiredOn !== undefined && member.item.hiredOn !== undefined && hiredOn !== member.item.hiredOn;
  return (
    isSameName(person, member) && !isNumberDifferent && !isHireDifferent && !isEmailDifferent(person, member)
  );
}

function work({ rank, unit }: Pick<StaffMember, 'rank' | 'unit'>): string {
  return `${rank}|${unit}`.toLowerCase();
}
