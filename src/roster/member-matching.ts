import type { CalendarDate } from '../calendar/calendar-date.ts';
import { pairIdentical } from './identical-pairing.ts';
import { IdentityDecisions } from './identity-decision.ts';
import { type Candidate, reasonsFor } from './identity-doubt.ts';
import { doubtsAbout } from './identity-doubts.ts';
import {
  type MatchReason,
  type MemberSide,
  matchingTiers,
  type PersonSide,
  renumberedTier,
} from './matching-tiers.ts';
import { KnownSides } from './merged-member-matching.ts';
import { NamedEntry } from './named-entry.ts';
import type { RosterPerson } from './roster-person.ts';
import type { StaffId, StaffMember } from './staff-member.ts';
import { type Pair, pairAlone, type Take } from './tier-pairing.ts';

export interface MemberMatch {
  readonly person: RosterPerson;
  readonly member: StaffMember;
  readonly why: MatchReason;
}

/** Somebody of the file who may be somebody known; nothing is done with them until somebody says. */
export interface OpenQuestion {
  readonly person: RosterPerson;
  readonly candidates: readonly Candidate[];
}

export interface MemberMatching {
  readonly matches: ReadonlyMap<RosterPerson, MemberMatch>;
  readonly unmatchedPeople: readonly RosterPerson[];
  readonly unmatchedMembers: readonly StaffMember[];
  /** More than one pairing is possible, or one that rests on too little. Neither side counts as unmatched. */
  readonly questions: readonly OpenQuestion[];
  /** Who of the known people has something in common with an unmatched person of the file, or was said to be another. */
  readonly alike: ReadonlyMap<RosterPerson, readonly Candidate[]>;
}

export interface MatchingContext {
  readonly today: CalendarDate;
  /** The file lists everybody on staff. */
  readonly fullRoster: boolean;
  readonly decisions?: IdentityDecisions;
}

/**
 * Finds the known person behind each person of a file. Who has rivals on a surer ground isn't given
 * away on a weaker one: a person decides. Linear in size. `people` come by row and `members` by id, and so do those
 * answered.
 */
export function matchMembers(
  people: readonly RosterPerson[],
  members: readonly StaffMember[],
  { today, fullRoster, decisions = new IdentityDecisions() }: MatchingContext,
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
  const isForbidden = (person: PersonSide, member: MemberSide) =>
    !decisions.isEmpty && decisions.othersThan(person.item).has(member.item.id);
  pairDecided(openPeople, openMembers, decisions, take);
  pairIdentical(openPeople, openMembers, today, take);
  const numbersInFile = new Set(openMembers.size === 0 ? [] : people.flatMap(({ numbers }) => numbers));
  const isNumberFree = (member: MemberSide) =>
    fullRoster || member.numbers.some((number) => numbersInFile.has(number));
  const rivalled = [...matchingTiers, renumberedTier(isNumberFree)].flatMap((tier) => {
    const sides = { people: openPeople, members: openMembers, known, isForbidden };
    const pairs = pairAlone(tier, sides, take);
    for (const { person, member } of pairs) {
      openPeople.delete(person);
      openMembers.delete(member);
    }
    return pairs;
  });
  for (const { person, member, why } of known.byNumberAndName(openPeople)) take(person, member, why);
  const contestedNames = new Set(rivalled.map(({ person }) => person.nameKey));
  const leftOver = membersLeftOver(openMembers, contestedNames, known);
  const doubts = doubtsAbout(openPeople, { openMembers, leftOver, today, decisions });
  for (const { person } of doubts.asked) openPeople.delete(person);
  const asked = new Set(doubts.asked.map(({ member }) => member.item));
  return {
    matches,
    unmatchedPeople: Array.from(openPeople, ({ item }) => item),
    unmatchedMembers: leftOver.filter((member) => !asked.has(member)),
    questions: questionsOf(
      [
        ...rivalled.map(({ person, member }) => ({ person, member, reasons: reasonsFor(person, member) })),
        ...doubts.asked.map(({ why, ...pair }) => ({ ...pair, reasons: why })),
      ],
      known,
    ),
    alike: doubts.noted,
  };
}

/** Whom somebody said to be one. */
function pairDecided(
  people: ReadonlySet<PersonSide>,
  members: ReadonlySet<MemberSide>,
  decisions: IdentityDecisions,
  take: Take,
): void {
  if (decisions.isEmpty) return;
  // As they are now, before whoever they were until they were merged.
  const byId = new Map<StaffId, MemberSide>();
  for (const member of members) if (!byId.has(member.item.id)) byId.set(member.item.id, member);
  for (const person of [...people]) {
    const id = decisions.sameAs(person.item);
    const member = id && byId.get(id);
    if (member && members.has(member)) take(person, member, { code: 'decided' });
  }
}

/** Each person in question once, with everybody whom they may be. */
function questionsOf(
  pairs: readonly (Pick<Pair, 'person' | 'member'> & { readonly reasons: Candidate['why'] })[],
  known: KnownSides,
): readonly OpenQuestion[] {
  const byPerson = Map.groupBy(pairs, ({ person }) => person);
  return Array.from(byPerson, ([person, own]) => {
    const candidates = new Map<StaffMember, Candidate>();
    for (const { member, reasons } of own) {
      const owner = known.ownerOf(member);
      if (!candidates.has(owner)) candidates.set(owner, { member: owner, why: reasons });
    }
    return { person: person.item, candidates: [...candidates.values()] };
  });
}

/** Members none of whose sides was found or is in question. */
function membersLeftOver(
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
