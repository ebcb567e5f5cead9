import { foldText } from '../person-name/name-folding.ts';
import { NameIndex } from '../person-name/name-index.ts';
import { likenesses, type NameLikeness } from '../person-name/name-likeness.ts';
import { knownNumberKeys } from './merged-facts.ts';
import type { StaffMember } from './staff-member.ts';

/** Somebody who may be the same person, and what speaks for it. */
export interface LikelySame {
  readonly member: StaffMember;
  readonly likeness: NameLikeness | undefined;
  readonly isNumberSame: boolean;
  readonly isEmailSame: boolean;
  readonly isHireDateSame: boolean;
}

export const mostLikely = 10;

/**
 * Who of the roster may be the same person, likeliest first, at most `mostLikely`. A name that is alike or an email is
 * enough to be proposed; a number in common is too, since a name may have been another before.
 */
export function likelySame(member: StaffMember, staff: readonly StaffMember[]): readonly LikelySame[] {
  const others = staff.filter(({ id }) => id !== member.id);
  const alike = new Map(
    new NameIndex(others, ({ name }) => name)
      .candidates(member.name)
      .map(({ item, likeness }) => [item, likeness]),
  );
  const numbers = knownNumberKeys(member);
  const email = foldText(member.email);
  return others
    .flatMap((other): readonly LikelySame[] => {
      const likeness = alike.get(other);
      const isEmailSame = email !== '' && foldText(other.email) === email;
      const isNumberSame = [...knownNumberKeys(other)].some((number) => numbers.has(number));
      if (!likeness && !isEmailSame && !isNumberSame) return [];
      const isHireDateSame = member.hiredOn !== undefined && member.hiredOn === other.hiredOn;
      return [{ member: other, likeness, isNumberSame, isEmailSame, isHireDateSame }];
    })
    .toSorted((one, other) => weight(other) - weight(one) || (one.member.id < other.member.id ? -1 : 1))
    .slice(0, mostLikely);
}

/** Every further fact in common outweighs how alike the names are; a father and a son come last. */
function weight({ likeness, isNumberSame, isEmailSame, isHireDateSame }: LikelySame): number {
  const facts = [isNumberSame, isEmailSame, isHireDateSame].filter(Boolean).length;
  if (!likeness) return facts * likenesses.length;
  const isOtherGeneration = likeness === 'suffix-differs';
  const closeness = isOtherGeneration ? 0 : likenesses.length - likenesses.indexOf(likeness);
  return (facts + 1) * likenesses.length + closeness;
}
