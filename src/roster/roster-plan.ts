import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Candidate } from './identity-doubt.ts';
import type { MatchReason } from './matching-tiers.ts';
import { changesTo, type FieldChange, factsOf, separationChange } from './member-facts.ts';
import {
  type MatchingContext,
  type MemberMatch,
  matchMembers,
  type OpenQuestion,
} from './member-matching.ts';
import { newsOf } from './merged-member-news.ts';
import { byId, byName, byRow } from './plan-order.ts';
import type { RosterPerson } from './roster-person.ts';
import { hasLeft, type StaffFactSheet, type StaffMember } from './staff-member.ts';

export interface PlannedAddition {
  readonly person: RosterPerson;
  readonly facts: StaffFactSheet;
  /** Whose number they have, or whom somebody said they are not. */
  readonly alike: readonly Candidate[];
}

export interface PlannedChange {
  readonly member: StaffMember;
  readonly person: RosterPerson;
  readonly why: MatchReason;
  /** Empty only for unchanged people. */
  readonly changes: readonly FieldChange[];
}

/** Someone on staff whom the file says, or by leaving them out suggests, to have left. */
export interface PlannedSeparation {
  readonly member: StaffMember;
  readonly on: CalendarDate;
  readonly basis: 'date-in-file' | 'status-in-file' | 'missing-from-full-roster';
  readonly person: RosterPerson | undefined;
  readonly why?: MatchReason | undefined;
  readonly changes: readonly FieldChange[];
}

/** Somebody of a file who was merged with another since: their row is about that person too. */
export interface FoldedPerson {
  readonly person: RosterPerson;
  readonly into: RosterPerson;
}

/** What committing a roster would do. */
export interface RosterPlan {
  readonly added: readonly PlannedAddition[];
  readonly changed: readonly PlannedChange[];
  readonly unchanged: readonly PlannedChange[];
  /** Separated before, on staff again. */
  readonly returning: readonly PlannedChange[];
  readonly separated: readonly PlannedSeparation[];
  /** New people who can't be added until somebody says whether they are sworn. */
  readonly undecided: readonly RosterPerson[];
  /** Who may be somebody already known, and waits until somebody says. */
  readonly unclear: readonly OpenQuestion[];
  /** People of the file who turned out to be somebody whom another row is about, too: they were merged. */
  readonly foldedPeople: readonly FoldedPerson[];
}

/** `fullRoster`: who is missing from the file has left. */
export type PlanContext = MatchingContext;

/** Holds the people of a file against those already known. Pure; the order of neither list matters to what is planned. */
export function planRoster(
  existing: readonly StaffMember[],
  people: readonly RosterPerson[],
  context: PlanContext,
): RosterPlan {
  const { today, fullRoster } = context;
  const ordered = people.toSorted(byRow);
  const matching = matchMembers(ordered, existing.toSorted(byId), context);
  const newcomers = matching.unmatchedPeople.map((person) => ({
    person,
    facts: newcomerFacts(person, today),
    alike: matching.alike.get(person) ?? [],
  }));
  const merged = matchesOfMerged(matching.matches);
  const matches = foldMerged(ordered, matching.matches, merged, today);
  const known = matches.map((match) => planKnown(match, today));
  const missing = fullRoster ? matching.unmatchedMembers.filter((member) => !hasLeft(member, today)) : [];
  return {
    added: newcomers.flatMap(({ person, facts, alike }) => (facts ? [{ person, facts, alike }] : [])),
    undecided: newcomers.flatMap(({ person, facts }) => (facts ? [] : [person])),
    changed: known.flatMap((plan) => (plan.as === 'changed' ? [plan.change] : [])),
    unchanged: known.flatMap((plan) => (plan.as === 'unchanged' ? [plan.change] : [])),
    returning: known.flatMap((plan) => (plan.as === 'returning' ? [plan.change] : [])),
    separated: [
      ...known.flatMap((plan) => (plan.as === 'separated' ? [plan.separation] : [])),
      ...missing.toSorted(byName).map((member) => missingFromRoster(member, today)),
    ],
    unclear: matching.questions
      .map(({ person, candidates }) => ({
        person,
        candidates: candidates.toSorted((a, b) => byId(a.member, b.member)),
      }))
      .sort((a, b) => byRow(a.person, b.person)),
    foldedPeople: [...merged.values()].flatMap(([first, ...others]) =>
      first ? others.map(({ person }) => ({ person, into: first.person })) : [],
    ),
  };
}

/** Who of the file was found to be somebody that was merged, by row. */
function matchesOfMerged(
  found: ReadonlyMap<RosterPerson, MemberMatch>,
): ReadonlyMap<StaffMember, readonly MemberMatch[]> {
  const merged = [...found.values()].filter(({ member }) => member.merged);
  return Map.groupBy(
    merged.sort((a, b) => byRow(a.person, b.person)),
    ({ member }) => member,
  );
}

/** Everybody found, each once: the people of the file who were merged since become one, and tell what is new of them. */
function foldMerged(
  people: readonly RosterPerson[],
  found: ReadonlyMap<RosterPerson, MemberMatch>,
  merged: ReadonlyMap<StaffMember, readonly MemberMatch[]>,
  today: CalendarDate,
): readonly MemberMatch[] {
  return people.flatMap((person) => {
    const match = found.get(person);
    const together = match && merged.get(match.member);
    if (!match || !together) return match ? [match] : [];
    if (together[0] !== match) return [];
    const own = together.map((other) => other.person);
    return [{ ...match, person: newsOf(match.member, own, today) }];
  });
}

/**
 * People who left are added too: coverage as of an earlier day needs them, and so do their training records. When the
 * file doesn't say when they left, it was today at the latest.
 */
function newcomerFacts(person: RosterPerson, today: CalendarDate): StaffFactSheet | undefined {
  const facts = factsOf(person);
  if (!facts || !leftWithoutDate(person)) return facts;
  return { ...facts, separatedOn: today };
}

/** The file says that the person left, but not when. */
export function leftWithoutDate({ isSeparated, separatedOn }: RosterPerson): boolean {
  return isSeparated && separatedOn === undefined;
}

type KnownPlan =
  | { readonly as: 'changed' | 'unchanged' | 'returning'; readonly change: PlannedChange }
  | { readonly as: 'separated'; readonly separation: PlannedSeparation };

function planKnown({ member, person, why }: MemberMatch, today: CalendarDate): KnownPlan {
  const facts = changesTo(member, person);
  const wasSeparated = hasLeft(member, today);
  if (person.isSeparated && !wasSeparated) {
    const basis = person.separatedOn ? 'date-in-file' : 'status-in-file';
    const on = person.separatedOn ?? today;
    return {
      as: 'separated',
      separation: {
        member,
        person,
        why,
        on,
        basis,
        changes: [...facts, ...separationChange(member.separatedOn, on)],
      },
    };
  }
  if (wasSeparated && !person.isSeparated) {
    const changes = [...facts, ...separationChange(member.separatedOn, person.separatedOn)];
    return { as: 'returning', change: { member, person, why, changes } };
  }
  const changes = [
    ...facts,
    ...separationChange(member.separatedOn, person.separatedOn ?? member.separatedOn),
  ];
  return { as: changes.length === 0 ? 'unchanged' : 'changed', change: { member, person, why, changes } };
}

function missingFromRoster(member: StaffMember, today: CalendarDate): PlannedSeparation {
  const changes = separationChange(member.separatedOn, today);
  return { member, on: today, basis: 'missing-from-full-roster', person: undefined, changes };
}
