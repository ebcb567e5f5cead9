import type { CalendarDate } from '../calendar/calendar-date.ts';
import { sharedIndex } from './grouping.ts';
import type { MemberSide, PersonSide } from './matching-tiers.ts';
import type { RosterPerson } from './roster-person.ts';
import { hasLeft } from './staff-member.ts';
import type { Take } from './tier-pairing.ts';

/**
 * Namesakes without numbers, and people under one number, are told apart by all their facts together, so that the same
 * file changes nothing.
 */
export function pairIdentical(
  people: ReadonlySet<PersonSide>,
  members: ReadonlySet<MemberSide>,
  today: CalendarDate,
  take: Take,
): void {
  if (people.size === 0 || members.size === 0) return;
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
