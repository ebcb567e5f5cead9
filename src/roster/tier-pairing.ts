import { groupIndex } from './grouping.ts';
import type { MatchingTier, MatchReason, MemberSide, PersonSide } from './matching-tiers.ts';
import type { KnownSides } from './merged-member-matching.ts';
import type { StaffMember } from './staff-member.ts';

export interface Pair {
  readonly person: PersonSide;
  readonly member: MemberSide;
  readonly why: MatchReason;
}

/** Says that the two are one: neither is open any more. */
export type Take = (person: PersonSide, member: MemberSide, why: MatchReason) => void;

/** More pairs than this under one key is a placeholder, and not worth comparing. */
const mostPairs = 2_500;

export interface OpenSides {
  readonly people: ReadonlySet<PersonSide>;
  readonly members: ReadonlySet<MemberSide>;
  readonly known: KnownSides;
  isForbidden(person: PersonSide, member: MemberSide): boolean;
}

/** Takes the pairs of a tier in which neither side has another choice; answers the others. */
export function pairAlone(tier: MatchingTier, sides: OpenSides, take: Take): readonly Pair[] {
  const { people, members, known } = sides;
  if (people.size === 0 || members.size === 0) return [];
  const peopleByKey = groupIndex(people, tier.personKeys);
  const membersByKey = groupIndex(members, tier.memberKeys);
  const pairs: Pair[] = [];
  for (const [key, under] of peopleByKey) {
    const possible = membersByKey.get(key);
    if (!possible || under.length * possible.length > mostPairs) continue;
    for (const person of under) {
      const allowed = possible.filter((member) => !sides.isForbidden(person, member));
      pairs.push(...acceptable(tier, person, allowed));
    }
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
