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

/** Those of the keys that several items have, with the items: nearly always few, so that no list is made for the rest. */
export function sharedIndex<T>(
  items: Iterable<T>,
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const firsts = new Map<string, T>();
  const shared = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, item);
      else if (shared.has(key)) append(shared, key, item);
      else shared.set(key, [first, item]);
    }
  }
  return shared;
}

function append<T>(index: Map<string, T[]>, key: string, item: T): void {
  const list = index.get(key);
  if (list) list.push(item);
  else index.set(key, [item]);
}
