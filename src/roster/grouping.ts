/** Items by each of their keys. */
export function groupIndex<T>(
  items: Iterable<T>,
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) append(index, key, item);
  }
  return index;
}

/** Those of the keys that several items have, with the items: few as a rule, so that no list is made for the others. */
export function sharedIndex<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const shared = new Map<string, T[]>();
  const seen = new Set<string>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = seen.size;
      if (seen.add(key).size === known) shared.set(key, []);
    }
  }
  if (shared.size === 0) return shared;
  for (const item of items) {
    for (const key of keysOf(item)) shared.get(key)?.push(item);
  }
  return shared;
}

function append<T>(index: Map<string, T[]>, key: string, item: T): void {
  const list = index.get(key);
  if (list) list.push(item);
  else index.set(key, [item]);
}
