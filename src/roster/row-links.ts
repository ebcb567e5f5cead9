import type { NamedRow } from './named-row.ts';
import { type FoldReason, foldReasons } from './same-person.ts';

/** Which rows hang together, directly or through others. */
export class RowLinks {
  readonly #parents = new Map<NamedRow, NamedRow>();
  readonly #reasons = new Map<NamedRow, FoldReason>();

  /** The surest reason by which each linked row hangs together with any other. */
  get reasons(): ReadonlyMap<NamedRow, FoldReason> {
    return this.#reasons;
  }

  join(one: NamedRow, other: NamedRow, reason: FoldReason): void {
    this.#note(one, reason);
    this.#note(other, reason);
    const [root, otherRoot] = [this.#root(one), this.#root(other)];
    if (root !== otherRoot) this.#parents.set(otherRoot, root);
  }

  /** The linked rows, parted into those that hang together; in each, in the order of the file. */
  groups(): readonly (readonly NamedRow[])[] {
    const groups = Map.groupBy(this.#reasons.keys(), (row) => this.#root(row));
    return Array.from(groups.values(), (group) => group.toSorted((a, b) => a.row.row - b.row.row));
  }

  #note(row: NamedRow, reason: FoldReason): void {
    const known = this.#reasons.get(row);
    if (known === undefined || foldReasons.indexOf(reason) < foldReasons.indexOf(known))
      this.#reasons.set(row, reason);
  }

  #root(row: NamedRow): NamedRow {
    let root = row;
    for (let parent = this.#parents.get(root); parent; parent = this.#parents.get(root)) root = parent;
    if (root !== row) this.#parents.set(row, root);
    return root;
  }
}
