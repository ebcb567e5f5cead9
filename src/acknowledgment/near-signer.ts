import { type FoldedName, foldName } from '../person-name/name-likeness.ts';
import type { PersonName } from '../person-name/person-name.ts';
import { isTypingSlip } from '../person-name/typing-slip.ts';
import type { StaffId } from '../roster/staff-member.ts';

/** Whom a written name may mean that is a slip away from theirs, with no more than an initial for the given name. */
export type NearSigners = (name: PersonName) => readonly StaffId[];

const mostNear = 5;

/**
 * Who may be meant by “Brambelworth, M.”: whoever has the family name but for one slip of the pen, and the initial. Such
 * a name is offered to a person, and settles nothing. A slip leaves the first or the last letter as it was, so only those
 * who share one are compared.
 */
export function nearSigners(
  staff: readonly { readonly id: StaffId; readonly name: PersonName }[],
): NearSigners {
  const byTrace = new Map<string, { readonly id: StaffId; readonly folded: FoldedName }[]>();
  for (const { id, name } of staff) {
    const folded = foldName(name);
    for (const trace of tracesOf(folded)) {
      const others = byTrace.get(trace);
      if (others) others.push({ id, folded });
      else byTrace.set(trace, [{ id, folded }]);
    }
  }
  return (name) => {
    const folded = foldName(name);
    const near = tracesOf(folded)
      .flatMap((trace) => byTrace.get(trace) ?? [])
      .filter((one) => isNear(folded, one.folded));
    return [...new Set(near.map(({ id }) => id))].slice(0, mostNear);
  };
}

function isNear(one: FoldedName, other: FoldedName): boolean {
  const isInitial = one.given.length === 1 || other.given.length === 1;
  return isInitial && one.given[0] === other.given[0] && isTypingSlip(one.family, other.family);
}

function tracesOf({ family, given }: FoldedName): readonly string[] {
  if (family === '' || given === '') return [];
  return [`${given[0]}^${family[0]}`, `${given[0]}$${family.at(-1)}`];
}
