import { groupIndex } from './grouping.ts';
import type { MatchReason, MemberSide, PersonSide } from './matching-tiers.ts';
import { knownNumberKeys } from './merged-facts.ts';
import { namedEntry } from './named-entry.ts';
import { areAlike } from './same-person.ts';
import type { StaffMember } from './staff-member.ts';

/**
 * Known people as a file may name them. Who was merged has a side for everybody they were, so that a file that still
 * lists both finds each.
 */
export class KnownSides {
  readonly all: ReadonlySet<MemberSide>;
  readonly #owners = new Map<MemberSide, StaffMember>();
  readonly #sides: ReadonlyMap<StaffMember, readonly MemberSide[]>;

  constructor(members: readonly StaffMember[]) {
    const all = new Set(members.map(namedEntry));
    const sides = new Map<StaffMember, readonly MemberSide[]>();
    for (const own of [...all].filter(({ item }) => item.merged)) {
      const earlier = earlierSides(own);
      for (const side of earlier) {
        all.add(side);
        this.#owners.set(side, own.item);
      }
      sides.set(own.item, [own, ...earlier]);
    }
    this.all = all;
    this.#sides = sides;
  }

  ownerOf(side: MemberSide): StaffMember {
    return this.#owners.get(side) ?? side.item;
  }

  /** Those of the people who have any number and any name of somebody who was merged; a person with two such isn't decided. */
  byNumberAndName(
    people: Iterable<PersonSide>,
  ): readonly { readonly person: PersonSide; readonly member: MemberSide; readonly why: MatchReason }[] {
    if (this.#sides.size === 0) return [];
    const byNumber = groupIndex(this.#sides.keys(), (member) => [...knownNumberKeys(member)]);
    return [...people].flatMap((person) => {
      const holders = new Set(person.numbers.flatMap((number) => byNumber.get(number) ?? []));
      const found = [...holders].flatMap((holder) => {
        const side = this.#sides.get(holder)?.find((known) => areAlike(person, known));
        return side ? [side] : [];
      });
      const [member, ...others] = found;
      return member && others.length === 0 ? [{ person, member, why: { code: 'number-and-name' } }] : [];
    });
  }
}

function earlierSides({ item, numbers, nameKey }: MemberSide): readonly MemberSide[] {
  const isAnother = (side: MemberSide) =>
    side.nameKey !== nameKey ||
    side.item.email !== item.email ||
    side.item.hiredOn !== item.hiredOn ||
    side.numbers.join() !== numbers.join();
  return (item.merged?.identities ?? [])
    .map((facts) => namedEntry<StaffMember>({ ...facts, id: item.id }))
    .filter(isAnother);
}
