import type { CalendarDate } from '../calendar/calendar-date.ts';
import { NameIndex } from '../person-name/name-index.ts';
import { groupIndex } from './grouping.ts';
import type { IdentityDecisions } from './identity-decision.ts';
import { type Candidate, identityDoubt, reasonsFor } from './identity-doubt.ts';
import type { MemberSide, PersonSide } from './matching-tiers.ts';
import type { RosterPerson } from './roster-person.ts';
import { hasLeft, type StaffMember } from './staff-member.ts';

export interface IdentityDoubts {
  /** Pairs that may be one person: somebody has to say. */
  readonly asked: readonly { readonly person: PersonSide; readonly member: MemberSide }[];
  /** New people who have the number of somebody else, or were said to be another than somebody. */
  readonly noted: ReadonlyMap<RosterPerson, readonly Candidate[]>;
}

/** More candidates than this for one person are a placeholder, not a question. */
const mostCandidates = 10;

/**
 * Holds the people of a file whom nobody was found to be against the known people whom the file doesn't name: whoever has
 * a name like theirs, or their number.
 */
export function doubtsAbout(
  people: Iterable<PersonSide>,
  among: {
    readonly openMembers: ReadonlySet<MemberSide>;
    readonly leftOver: readonly StaffMember[];
    readonly today: CalendarDate;
    readonly decisions: IdentityDecisions;
  },
): IdentityDoubts {
  const { today, decisions } = among;
  const left = new Set(among.leftOver);
  const members = [...among.openMembers].filter(({ item }) => left.has(item));
  const byName = new NameIndex(members, ({ item }) => item.name);
  const byNumber = groupIndex(members, ({ numbers }) => numbers);
  const asked: { person: PersonSide; member: MemberSide }[] = [];
  const noted = new Map<RosterPerson, readonly Candidate[]>();
  if (members.length === 0) return { asked, noted };
  for (const person of people) {
    const near = new Set([
      ...person.numbers.flatMap((number) => byNumber.get(number) ?? []),
      ...byName.candidates(person.item.name).map(({ item }) => item),
    ]);
    const others = decisions.othersThan(person.item);
    const doubted = [...near].flatMap((member) => {
      const doubt = identityDoubt(person, member);
      return doubt ? [{ member, doubt: others.has(member.item.id) ? 'note' : doubt }] : [];
    });
    const open = doubted.filter(({ doubt }) => doubt === 'ask').slice(0, mostCandidates);
    for (const { member } of open) asked.push({ person, member });
    if (open.length > 0) continue;
    const told = doubted.filter(({ member }) => others.has(member.item.id) || !hasLeft(member.item, today));
    if (told.length > 0)
      noted.set(
        person.item,
        told.slice(0, mostCandidates).map(({ member }) => ({
          member: member.item,
          why: reasonsFor(person, member),
          isSettled: others.has(member.item.id),
        })),
      );
  }
  return { asked, noted };
}
