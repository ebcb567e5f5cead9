import type { CalendarDate } from '../calendar/calendar-date.ts';
import { NameIndex } from '../person-name/name-index.ts';
import { nameKey } from '../person-name/person-name.ts';
import { otherNames } from '../person-name/written-name.ts';
import { groupIndex } from './grouping.ts';
import type { IdentityDecisions } from './identity-decision.ts';
import { type Candidate, identityDoubt, reasonsFor } from './identity-doubt.ts';
import type { MemberSide, PersonSide } from './matching-tiers.ts';
import { NamedEntry } from './named-entry.ts';
import type { RosterPerson } from './roster-person.ts';
import { hasLeft, type StaffMember } from './staff-member.ts';

export interface IdentityDoubts {
  /** Pairs that may be one person: somebody has to say. */
  readonly asked: readonly {
    readonly person: PersonSide;
    readonly member: MemberSide;
    readonly why: Candidate['why'];
  }[];
  /** New people who have the number of somebody else, or were said to be another than somebody. */
  readonly noted: ReadonlyMap<RosterPerson, readonly Candidate[]>;
}

interface Listed {
  readonly person: PersonSide;
  readonly member: MemberSide;
}

/** What they have in common; a name that is only written beside the name is told as such. */
function whyOf(proper: Listed, listed: Listed): Candidate['why'] {
  const why = reasonsFor(proper.person, proper.member);
  if (proper.person === listed.person && proper.member === listed.member) return why;
  return why.map((reason) =>
    reason === 'other-name' || reason === 'name-alike' ? 'other-written-name' : reason,
  );
}

/** Somebody under each of the names that the file or the roster writes them by, the proper one first. */
function asListed<T extends RosterPerson | StaffMember>(side: NamedEntry<T>): readonly NamedEntry<T>[] {
  const { item, numbers } = side;
  if (!item.nameWritten) return [side];
  return [
    side,
    ...otherNames(item.nameWritten, item.name).map((name) => {
      const named = { ...item, name };
      return new NamedEntry(named, { nameKey: nameKey(name), numbers });
    }),
  ];
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
  const named = members.flatMap((member) => asListed(member).map((side) => ({ member, side })));
  const byName = new NameIndex(named, ({ side }) => side.item.name);
  const byNumber = groupIndex(members, ({ numbers }) => numbers);
  const asked: { person: PersonSide; member: MemberSide; why: Candidate['why'] }[] = [];
  const noted = new Map<RosterPerson, readonly Candidate[]>();
  if (members.length === 0) return { asked, noted };
  for (const person of people) {
    const near = new Map<MemberSide, Listed>();
    for (const number of person.numbers)
      for (const member of byNumber.get(number) ?? []) near.set(member, { person, member });
    for (const listed of asListed(person))
      for (const { item } of byName.candidates(listed.item.name))
        if (!near.has(item.member) || identityDoubt(listed, item.side) === 'ask')
          near.set(item.member, { person: listed, member: item.side });
    const others = decisions.othersThan(person.item);
    const doubted = [...near].flatMap(([member, listed]) => {
      const doubt = identityDoubt(listed.person, listed.member);
      return doubt
        ? [
            {
              member,
              why: whyOf({ person, member }, listed),
              doubt: others.has(member.item.id) ? 'note' : doubt,
            },
          ]
        : [];
    });
    const open = doubted.filter(({ doubt }) => doubt === 'ask').slice(0, mostCandidates);
    for (const { member, why } of open) asked.push({ person, member, why });
    if (open.length > 0) continue;
    const told = doubted.filter(({ member }) => others.has(member.item.id) || !hasLeft(member.item, today));
    if (told.length > 0)
      noted.set(
        person.item,
        told.slice(0, mostCandidates).map(({ member, why }) => ({
          member: member.item,
          why,
          isSettled: others.has(member.item.id),
        })),
      );
  }
  return { asked, noted };
}
