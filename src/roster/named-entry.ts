import type { CalendarDate } from '../calendar/calendar-date.ts';
import {
  type FoldedName,
  foldedLikeness,
  foldName,
  isSameSpelling,
  type NameLikeness,
} from '../person-name/name-likeness.ts';
import { nameKey, type PersonName } from '../person-name/person-name.ts';
import type { RosterRow } from './roster-row.ts';
import { staffNumberKeys } from './staff-number.ts';

/** What tells one person from another, in a row, a file or on the roster. */
export interface IdentifyingFacts {
  readonly name: PersonName;
  readonly employeeNumber: string;
  readonly badge: string;
  readonly rank: string;
  readonly unit: string;
  readonly email: string;
  readonly hiredOn?: CalendarDate | undefined;
}

/** Somebody with what they are found by; the name is folded whole only when it is compared with another. */
export class NamedEntry<T extends IdentifyingFacts> {
  readonly item: T;
  readonly nameKey: string;
  /** See `staffNumberKeys`. */
  readonly numbers: readonly string[];
  #name: FoldedName | undefined;

  constructor(item: T, found: { readonly nameKey: string; readonly numbers: readonly string[] }) {
    this.item = item;
    this.nameKey = found.nameKey;
    this.numbers = found.numbers;
  }

  get name(): FoldedName {
    this.#name ??= foldName(this.item.name);
    return this.#name;
  }

  get spelling(): string {
    return JSON.stringify(Object.values(this.name));
  }

  likeness(other: NamedEntry<IdentifyingFacts>): NameLikeness | undefined {
    const isWrittenAlike = this.item.name.given !== '' && isSameSpelling(this.item.name, other.item.name);
    return isWrittenAlike ? 'same' : foldedLikeness(this.name, other.name);
  }
}

/** The entry of somebody who is known by their facts alone. */
export function namedEntry<T extends IdentifyingFacts>(item: T): NamedEntry<T> {
  return new NamedEntry(item, { nameKey: nameKey(item.name), numbers: staffNumberKeys(item) });
}

export type NamedRow = NamedEntry<RosterRow>;
