import {
  type FoldedName,
  familyParts,
  foldedLikeness,
  foldName,
  likenesses,
  type NameLikeness,
} from './name-likeness.ts';
import { nameKey, type PersonName } from './person-name.ts';

export interface NameCandidate<T> {
  readonly item: T;
  readonly likeness: NameLikeness;
}

interface Entry<T> {
  readonly item: T;
  readonly folded: FoldedName;
}

/** People found by what their name has in common with another that may be theirs. */
interface Traces<T> {
  readonly byFamily: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly byTrace: ReadonlyMap<string, readonly Entry<T>[]>;
}

/** Finds people by name among many: exactly in constant time, and alike without comparing everybody with everybody. */
export class NameIndex<T> {
  readonly #items: readonly T[];
  readonly #nameOf: (item: T) => PersonName;
  readonly #byKey = new Map<string, T[]>();
  #traces: Traces<T> | undefined;

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
    this.#traces ??= traced(this.#items, this.#nameOf);
    const { byFamily, byTrace } = this.#traces;
    const folded = foldName(name);
    const found = new Map<T, NameLikeness>();
    const compare = (entries: readonly Entry<T>[] | undefined) => {
      for (const entry of entries ?? []) {
        if (found.has(entry.item)) continue;
        const likeness = foldedLikeness(folded, entry.folded);
        if (likeness) found.set(entry.item, likeness);
      }
    };
    compare(byFamily.get(folded.family));
    for (const trace of tracesOf(folded)) compare(byTrace.get(trace));
    return Array.from(found, ([item, likeness]) => ({ item, likeness })).sort(
      (a, b) => likenesses.indexOf(a.likeness) - likenesses.indexOf(b.likeness),
    );
  }
}

function traced<T>(items: readonly T[], nameOf: (item: T) => PersonName): Traces<T> {
  const byFamily = new Map<string, Entry<T>[]>();
  const byTrace = new Map<string, Entry<T>[]>();
  for (const item of items) {
    const entry = { item, folded: foldName(nameOf(item)) };
    append(byFamily, entry.folded.family, entry);
    for (const trace of tracesOf(entry.folded)) append(byTrace, trace, entry);
  }
  return { byFamily, byTrace };
}

/** Texts that two names of different families have in common when they may be alike. */
function tracesOf(folded: FoldedName): readonly string[] {
  const { family, given, sorted } = folded;
  const traces = [`=${sorted}`];
  const { length } = family;
  if (length <= 5) traces.push(...ends(family, 1, given));
  if (length >= 5 && length <= 7) traces.push(...ends(family, 2, given));
  if (length >= 7) traces.push(...ends(family, 3, given));
  const parts = familyParts(folded);
  for (const part of parts.length === 1 ? parts : new Set(parts)) traces.push(`-${part}|${given}`);
  return traces;
}

/**
 * One slip leaves the first or the last letters of a word as they were: one of four letters, two of five, three of
 * seven. Words of five and seven have both kinds, since a slip may have made them of a shorter or a longer one.
 */
function ends(family: string, letters: 1 | 2 | 3, given: string): readonly string[] {
  return [`${family.slice(0, letters)}^${given}`, `${family.slice(-letters)}$${given}`];
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
