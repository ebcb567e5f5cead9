import { type FoldedName, foldName } from '../person-name/name-likeness.ts';
import { nameKey } from '../person-name/person-name.ts';
import type { RosterRow } from './roster-row.ts';
import { staffNumberKeys } from './staff-number.ts';

/** A row with what it is found by; its name is folded whole only when it is compared with another. */
export class NamedRow {
  readonly row: RosterRow;
  readonly nameKey: string;
  /** See `staffNumberKeys`. */
  readonly numbers: readonly string[];
  #name: FoldedName | undefined;

  constructor(row: RosterRow) {
    this.row = row;
    this.nameKey = nameKey(row.name);
    this.numbers = staffNumberKeys(row);
  }

  get name(): FoldedName {
    this.#name ??= foldName(this.row.name);
    return this.#name;
  }

  get spelling(): string {
    return JSON.stringify(Object.values(this.name));
  }
}
