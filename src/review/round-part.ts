import type { PersonId } from '../database/acting.ts';

/**
 * What somebody did in a round that keeps them from approving it: reviewed it, decided about a requirement or about a proof
 * of its sample (also when it was decided anew since), or decided an appeal in its case.
 */
export type RoundPart = 'review' | 'decision' | 'proof' | 'appeal';

export const roundParts: readonly RoundPart[] = ['review', 'decision', 'proof', 'appeal'];

/** One part that one person had. */
export interface TakenPart {
  readonly person: PersonId;
  readonly part: RoundPart;
}

/** What this person did themselves, in the order of the work; empty for who may approve. */
export function partsOf(person: PersonId, taken: readonly TakenPart[]): readonly RoundPart[] {
  const own = taken.filter((one) => one.person === person).map(({ part }) => part);
  return roundParts.filter((part) => own.includes(part));
}
