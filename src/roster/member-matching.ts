import type { CalendarDate } from '../calendar/calendar-date.ts';
import { groupIndex, sharedIndex } from './grouping.ts';
import {
  type MatchingTier,
  type MatchReason,
  type MemberSide,
  matchingTiers,
  type PersonSide,
} from './matching-tiers.ts';
import { KnownSides } from './merged-member-matching.ts';
import { NamedEntry } from './named-entry.ts';
import type { RosterPerson } from './roster-person.ts';
import { hasLeft, type StaffMember } from './staff-member.ts';

export interface MemberMatch {
  readonly person: RosterPerson;
  readonly member: StaffMember;
  readonly why: MatchReason;
}

export interface MemberMatching {
  readonly matches: ReadonlyMap<RosterPerson, MemberMatch>;
  readonly unmatchedPeople: readonly RosterPerson[];
  readonly unmatchedMembers: readonly StaffMember[];
  /** People of the file and known people among whom more than one pairing is possible; none of them was matched. */
  readonly ambiguous: readonly { readonly person: RosterPerson; readonly members: readonly StaffMember[] }[];
}

/**
 * Finds the known person behind each person of a file. Who has rivals on a surer ground isn't given
 * away on a weaker one: a person decides. Linear in size. `people` come by row and `members` by id, and so do those
 * answered.
 */
export function matchMembers(
  people: readonly RosterPerson[],
  members: readonly StaffMember[],
  today: CalendarDate,
): MemberMatching {
  const openPeople = new Set(people.map((person) => new NamedEntry(person, person)));
  const known = new KnownSides(members);
  const openMembers = new Set(known.all);
  const matches = new Map<RosterPerson, MemberMatch>();
  const take = (person: PersonSide, member: MemberSide, why: MatchReason) => {
    openPeople.delete(person);
    openMembers.delete(member);
    matches.set(person.item, { person: person.item, member: known.ownerOf(member), why });
  };
  pairIdentical(openPeople, openMembers, today, take);
  const rivalled = matchingTiers.flatMap((tier) => {
    const pairs = pairAlone(tier, { people: openPeople, members: openMembers, known }, take);
    for (const { person, member } of pairs) {
      openPeople.delete(person);
      openMembers.delete(member);
    }
    return pairs;
  });
  for (const { person, member, why } of known.byNumberAndName(openPeople)) take(person, member, why);
  const contestedNames = new Set(rivalled.map(({ person }) => person.nameKey));
  return {
    matches,
    unmatchedPeople: Array.from(openPeople, ({ item }) => item),
    unmatchedMembers: leftOver(openMembers, contestedNames, known),
    ambiguous: Array.from(
      Map.groupBy(rivalled, ({ person }) => person),
      ([person, pairs]) => ({
        person: person.item,
        members: [...new Set(pairs.map(({ member }) => known.ownerOf(member)))],
      }),
    ),
  };
}

/** Members none of whose sides was found or is in question. */
function leftOver(
  open: ReadonlySet<MemberSide>,
  contestedNames: ReadonlySet<string>,
  known: KnownSides,
): readonly StaffMember[] {
  const members = new Set(
    [...open].filter((side) => known.ownerOf(side) === side.item).map(({ item }) => item),
  );
  for (const side of known.all) {
    const owner = known.ownerOf(side);
    if (contestedNames.has(side.nameKey) || (owner !== side.item && !open.has(side))) members.delete(owner);
  }
  return [...members];
}

interface Pair {
  readonly person: PersonSide;
  readonly member: MemberSide;
  readonly why: MatchReason;
}

type Take = (person: PersonSide, member: MemberSide, why: MatchReason) => void;

/**
 * Namesakes without numbers, and people under one number, are told apart by all their facts together, so that the same
 * file changes nothing.
 */
function pairIdentical(
  people: ReadonlySet<PersonSide>,
  members: ReadonlySet<MemberSide>,
  today: CalendarDate,
  take: Take,
): void {
  const shared = new Set([...keysOfSeveral(people), ...keysOfSeveral(members)]);
  const isUnsure = (side: PersonSide | MemberSide) =>
    side.item.name.given === '' || surestKeys(side).some((key) => shared.has(key));
  const waiting = Map.groupBy([...members].filter(isUnsure), ({ item }) =>
    factsKey(item, hasLeft(item, today)),
  );
  for (const person of [...people].filter(isUnsure)) {
    const member = waiting.get(factsKey(person.item, person.item.isSeparated))?.shift();
    if (member) take(person, member, { code: 'all-facts' });
  }
}

function surestKeys({ numbers, nameKey: name }: PersonSide | MemberSide): readonly string[] {
  return numbers.length > 0 ? numbers : [name];
}

function keysOfSeveral(sides: Iterable<PersonSide | MemberSide>): Iterable<string> {
  return sharedIndex([...sides], surestKeys).keys();
}

/** More pairs than this under one key is a placeholder, and not worth comparing. */
const mostPairs = 2_500;

interface OpenSides {
  readonly people: ReadonlySet<PersonSide>;
  readonly members: ReadonlySet<MemberSide>;
  readonly known: KnownSides;
}

/** Takes the pairs of a tier in which neither side has another choice; answers the others. */
function pairAlone(tier: MatchingTier, { people, members, known }: OpenSides, take: Take): readonly Pair[] {
  if (people.size === 0 || members.size === 0) return [];
  const peopleByKey = groupIndex(people, tier.personKeys);
  const membersByKey = groupIndex(members, tier.memberKeys);
  const pairs: Pair[] = [];
  for (const [key, under] of peopleByKey) {
    const possible = membersByKey.get(key);
    if (!possible || under.length * possible.length > mostPairs) continue;
    for (const person of under) pairs.push(...acceptable(tier, person, possible));
  }
  const rivalled = withRivals(pairs, known);
  const isAlone = ({ person, member }: Pair) => !rivalled.has(person) && !rivalled.has(member);
  for (const pair of pairs) {
    if (isAlone(pair) && people.has(pair.person)) take(pair.person, pair.member, pair.why);
  }
  return pairs.filter((pair) => !isAlone(pair));
}

/** The people and members of the pairs who have more than one partner. */
function withRivals(pairs: readonly Pair[], known: KnownSides): ReadonlySet<PersonSide | MemberSide> {
  const partners = new Map<PersonSide | MemberSide, PersonSide | StaffMember>();
  const rivalled = new Set<PersonSide | MemberSide>();
  const meet = (side: PersonSide | MemberSide, partner: PersonSide | StaffMember) => {
    const met = partners.get(side);
    if (met === undefined) partners.set(side, partner);
    else if (met !== partner) rivalled.add(side);
  };
  for (const { person, member } of pairs) {
    meet(person, known.ownerOf(member));
    meet(member, person);
  }
  return rivalled;
}

function acceptable(tier: MatchingTier, person: PersonSide, members: readonly MemberSide[]): readonly Pair[] {
  return members.flatMap((member) => {
    const why = tier.reason(person, member);
    return why ? [{ person, member, why }] : [];
  });
}

type IdentifyingFacts = Pick<
  RosterPerson,
  'name' | 'employeeNumber' | 'badge' | 'rank' | 'unit' | 'shift' | 'email'
> & { readonly hiredOn?: CalendarDate | undefined };

/** Everything that tells one namesake from another, in one text. */
function factsKey(facts: IdentifyingFacts, isSeparated: boolean): string {
  const { name, employeeNumber, badge, rank, unit, shift, email, hiredOn = '' } = facts;
  const { family, given, middle, suffix } = name;
  return [
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
  ].join('\n');
}
