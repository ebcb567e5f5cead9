import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { CountedPerson } from './counted-person.ts';
import { recompute, type SnapshotDifference } from './recompute.ts';
import type { FrozenSnapshot, SnapshotOfFormat2 } from './snapshot.ts';

/** A frozen snapshot with the people it vouches for. */
export interface FrozenWithPeople extends FrozenSnapshot {
  readonly snapshot: SnapshotOfFormat2;
  readonly people: readonly CountedPerson[];
  /** The people's canonical JSON. */
  readonly peopleText: string;
}

/** A snapshot that doesn't come to what it says: a fault of the program, and nothing that may be sent in. */
export class UnequalSnapshot extends Error {
  override readonly name = 'UnequalSnapshot';
  readonly differences: readonly SnapshotDifference[];

  constructor(differences: readonly SnapshotDifference[]) {
    super(`The snapshot does not come to what it says: ${JSON.stringify(differences)}`);
    this.differences = differences;
  }
}

/** Freezes what was gathered. Throws UnequalSnapshot when its own people and facts come to something else. */
export function freeze(
  gathered: Omit<SnapshotOfFormat2, 'people'>,
  people: readonly CountedPerson[],
): FrozenWithPeople {
  // By pseudonym, which is random: the order tells nothing about anybody either.
  const inOrder = people
    .map((person) => ({ ...person, records: person.records.toSorted(byKey(({ ref }) => ref)) }))
    .sort(byKey(({ id }) => id));
  const peopleText = canonicalJson(inOrder);
  const snapshot = { ...gathered, people: { count: people.length, sha256: sha256Of(peopleText) } };
  const { differences } = recompute(snapshot, inOrder);
  if (differences.length > 0) throw new UnequalSnapshot(differences);
  const text = canonicalJson(snapshot);
  return { text, sha256: sha256Of(text), snapshot, people: inOrder, peopleText };
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function byKey<Value>(keyOf: (value: Value) => string) {
  return (one: Value, other: Value) => (keyOf(one) < keyOf(other) ? -1 : 1);
}
