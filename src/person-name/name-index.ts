import {
  type FoldedName,
  familyParts,
  foldedLikeness,
  foldName,
  likenesses,
  type NameLikeness,
  sortedWords,
} from './name-likeness.ts';
import { nicknameGroups } from './nicknames.ts';
import { nameKey, type PersonName } from './person-name.ts';
import { slipForms } from './typing-slip.ts';

export interface NameCandidate<T> {
  readonly item: T;
  readonly likeness: NameLikeness;
}

interface Entry<T> {
  readonly item: T;
  readonly folded: FoldedName;
}

/** Finds people by name among many: exactly in constant time, and alike without comparing everybody with everybody. */
export class NameIndex<T> {
  readonly #items: readonly T[];
  readonly #nameOf: (item: T) => PersonName;
  readonly #byKey = new Map<string, T[]>();
  #byTrace: ReadonlyMap<string, readonly Entry<T>[]> | undefined;

  constructor(items: readonly T[], nameOf: (item: T) => PersonName) {
    this.#items = items;
    this.#nameOf = nameOf;
    for (const item of items) append(this.#byKey, nameKey(nameOf(item)), item);
  }

  /** Everybody with the same family and first given name; middle names and suffixes may differ. */
  named(name: PersonName): readonly T[] {
    return this.#byKey.get(nameKey(name)) ?? [];
  }

  /** Everybody whose name may stand for this one, nearest first. */
  candidates(name: PersonName): readonly NameCandidate<T>[] {
    this.#byTrace ??= traced(this.#items, this.#nameOf);
    const folded = foldName(name);
    const found = new Map<T, NameLikeness>();
    for (const trace of soughtTraces(folded)) {
      for (const entry of this.#byTrace.get(trace) ?? []) {
        if (found.has(entry.item)) continue;
        const likeness = foldedLikeness(folded, entry.folded);
        if (likeness) found.set(entry.item, likeness);
      }
    }
    return Array.from(found, ([item, likeness]) => ({ item, likeness })).sort(
      (a, b) => likenesses.indexOf(a.likeness) - likenesses.indexOf(b.likeness),
    );
  }
}

function traced<T>(
  items: readonly T[],
  nameOf: (item: T) => PersonName,
): ReadonlyMap<string, readonly Entry<T>[]> {
  const byTrace = new Map<string, Entry<T>[]>();
  for (const item of items) {
    const entry = { item, folded: foldName(nameOf(item)) };
    for (const trace of ownTraces(entry.folded)) append(byTrace, trace, entry);
  }
  return byTrace;
}

/** Texts that two names have in common when they may be alike. */
function traces(folded: FoldedName): readonly string[] {
  const { family, given } = folded;
  return [
    `${family}|${given.slice(0, 1)}`,
    ...nicknameGroups(given).map((group) => `${family}|#${group}`),
    ...slipForms(family).map((form) => `~${form}|${given}`),
    ...familyParts(folded).map((part) => `-${part}|${given}`),
    `=${sortedWords(folded)}`,
  ];
}

/** A name without a given name may be anybody's of that family, and the other way round. */
function ownTraces(folded: FoldedName): ReadonlySet<string> {
  return new Set([...traces(folded), `${folded.family}|*`]);
}

function soughtTraces(folded: FoldedName): ReadonlySet<string> {
  return new Set([...traces(folded), folded.given === '' ? `${folded.family}|*` : `${folded.family}|`]);
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
