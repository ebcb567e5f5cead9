import type { CalendarDate } from '../calendar/calendar-date.ts';
import {
  type FoldedName,
  familyAgrees,
  foldedLikeness,
  foldName,
  givenAgrees,
  type NameLikeness,
} from '../person-name/name-likeness.ts';
import { nameKey } from '../person-name/person-name.ts';
import { groupIndex } from './grouping.ts';
import { byId, byRow } from './plan-order.ts';
import type { RosterPerson } from './roster-person.ts';
import { hasLeft, type StaffMember } from './staff-member.ts';
import { staffNumberKeys } from './staff-number.ts';

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

export interface MemberMatch {
  readonly person: RosterPerson;
  readonly member: StaffMember;
  readonly why: MatchReason;
}

export interface MemberMatching {
  readonly matches: readonly MemberMatch[];
  readonly unmatchedPeople: readonly RosterPerson[];
  readonly unmatchedMembers: readonly StaffMember[];
  /** People of the file and known people among whom more than one pairing is possible; none of them was matched. */
  readonly ambiguous: readonly { readonly person: RosterPerson; readonly members: readonly StaffMember[] }[];
}

interface Side<T> {
  readonly item: T;
  readonly name: FoldedName;
  readonly nameKey: string;
  readonly numbers: readonly string[];
}

type IdentifyingFacts = Pick<
  RosterPerson,
  'name' | 'employeeNumber' | 'badge' | 'rank' | 'unit' | 'shift' | 'email'
> & { readonly hiredOn?: CalendarDate | undefined };

type PersonSide = Side<RosterPerson>;
type MemberSide = Side<StaffMember>;

/** One way to find the same person: of those under one key, the pairs that `reason` accepts and that have no rival. */
interface Tier {
  readonly personKeys: (side: PersonSide) => readonly string[];
  readonly memberKeys: (side: MemberSide) => readonly string[];
  readonly reason: (person: PersonSide, member: MemberSide) => MatchReason | undefined;
}

const tiers: readonly Tier[] = [
  {
    personKeys: (side) => side.numbers.map((number) => `${number}|${side.nameKey}`),
    memberKeys: (side) => side.numbers.map((number) => `${number}|${side.nameKey}`),
    reason: (person, member) => numberAndName(foldedLikeness(person.name, member.name)),
  },
  {
    personKeys: ({ numbers }) => numbers,
    memberKeys: ({ numbers }) => numbers,
    reason: (person, member) => numberAndName(foldedLikeness(person.name, member.name)),
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

/**
 * Finds the known person behind each person of a file. Who has rivals on a surer ground isn't given
 * away on a weaker one: a person decides. Linear in size, and independent of any order.
 */
export function matchMembers(
  people: readonly RosterPerson[],
  members: readonly StaffMember[],
  today: CalendarDate,
): MemberMatching {
  const openPeople = new Set(people.toSorted(byRow).map(personSide));
  const openMembers = new Set(members.toSorted(byId).map(memberSide));
  const matches: MemberMatch[] = [];
  const take = (person: PersonSide, member: MemberSide, why: MatchReason) => {
    openPeople.delete(person);
    openMembers.delete(member);
    matches.push({ person: person.item, member: member.item, why });
  };
  pairIdentical(openPeople, openMembers, today, take);
  const rivalled = tiers.flatMap((tier) => {
    const pairs = pairAlone(tier, openPeople, openMembers, take);
    for (const { person, member } of pairs) {
      openPeople.delete(person);
      openMembers.delete(member);
    }
    return pairs;
  });
  const contestedNames = new Set(rivalled.map(({ person }) => person.nameKey));
  return {
    matches,
    unmatchedPeople: Array.from(openPeople, ({ item }) => item),
    unmatchedMembers: [...openMembers]
      .filter((side) => !contestedNames.has(side.nameKey))
      .map(({ item }) => item),
    ambiguous: Array.from(
      Map.groupBy(rivalled, ({ person }) => person),
      ([person, pairs]) => ({ person: person.item, members: pairs.map(({ member }) => member.item) }),
    ),
  };
}

function personSide(person: RosterPerson): PersonSide {
  return {
    item: person,
    name: foldName(person.name),
    nameKey: nameKey(person.name),
    numbers: person.numbers,
  };
}

function memberSide(member: StaffMember): MemberSide {
  return {
    item: member,
    name: foldName(member.name),
    nameKey: nameKey(member.name),
    numbers: staffNumberKeys(member),
  };
}

interface Pair {
  readonly person: PersonSide;
  readonly member: MemberSide;
  readonly why: MatchReason;
}

type Take = (person: PersonSide, member: MemberSide, why: MatchReason) => void;

/** Namesakes without numbers are told apart by all their facts together, so that the same file changes nothing. */
function pairIdentical(
  people: ReadonlySet<PersonSide>,
  members: ReadonlySet<MemberSide>,
  today: CalendarDate,
  take: Take,
): void {
  const waiting = Map.groupBy(members, ({ item }) => factsKey(item, hasLeft(item, today)));
  for (const person of [...people]) {
    const member = waiting.get(factsKey(person.item, person.item.isSeparated))?.shift();
    if (member) take(person, member, { code: 'all-facts' });
  }
}

/** More pairs than this under one key is a placeholder, and not worth comparing. */
const mostPairs = 2_500;

/** Takes the pairs of a tier in which neither side has another choice; answers the others. */
function pairAlone(
  tier: Tier,
  people: ReadonlySet<PersonSide>,
  members: ReadonlySet<MemberSide>,
  take: Take,
): readonly Pair[] {
  const membersByKey = groupIndex(members, tier.memberKeys);
  const pairs = [...groupIndex(people, tier.personKeys)].flatMap(([key, under]) => {
    const possible = membersByKey.get(key) ?? [];
    if (under.length * possible.length > mostPairs) return [];
    return under.flatMap((person) => acceptable(tier, person, possible));
  });
  const suitors = groupIndex(pairs, ({ person }) => [person.item.rows.join()]);
  const sought = groupIndex(pairs, ({ member }) => [member.item.id]);
  const isAlone = ({ person, member }: Pair) =>
    [...(suitors.get(person.item.rows.join()) ?? []), ...(sought.get(member.item.id) ?? [])].every(
      (other) => other.person === person && other.member === member,
    );
  const [alone, rivalled] = [pairs.filter(isAlone), pairs.filter((pair) => !isAlone(pair))];
  for (const { person, member, why } of alone) if (people.has(person)) take(person, member, why);
  return rivalled;
}

function acceptable(tier: Tier, person: PersonSide, members: readonly MemberSide[]): readonly Pair[] {
  return members.flatMap((member) => {
    const why = tier.reason(person, member);
    return why ? [{ person, member, why }] : [];
  });
}

function numberAndName(likeness: NameLikeness | undefined): MatchReason | undefined {
  if (likeness === undefined || likeness === 'suffix-differs') return undefined;
  return likeness === 'same' ? { code: 'number-and-name' } : { code: 'number-and-alike-name', likeness };
}

function isSameName(person: PersonSide, member: MemberSide): boolean {
  return foldedLikeness(person.name, member.name) === 'same';
}

function isNameChange(person: PersonSide, member: MemberSide): boolean {
  return givenAgrees(person.name, member.name) || familyAgrees(person.name, member.name);
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

function factsKey(facts: IdentifyingFacts, isSeparated: boolean): string {
  const { name, employeeNumber, badge, rank, unit, shift, email, hiredOn } = facts;
  const { family, given, middle, suffix } = name;
  return JSON.stringify([
    family,
    given,
    middle,
    suffix,
    employeeNumber,
    badge,
    rank,
    unit,
    shift,
    email,
    hiredOn,
    isSeparated,
  ]);
}
