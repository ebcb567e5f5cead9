import { NameIndex } from '../person-name/name-index.ts';
import { type FoldedName, foldName } from '../person-name/name-likeness.ts';
import type { PersonName } from '../person-name/person-name.ts';
import { staffNumberKey } from '../roster/staff-number.ts';
import type { RecordMatch } from './record-matching.ts';

/** What tells one person of the roster from another; texts that aren't known are ''. */
export interface StaffIdentity<Id extends string> {
  readonly id: Id;
  readonly name: PersonName;
  readonly employeeNumber: string;
  readonly badge: string;
}

export interface IndexedPerson<Id extends string> extends StaffIdentity<Id> {
  /** The name, folded once for comparing it with many records. */
  readonly folded: FoldedName;
}

/** The people of a roster, found by number or by name. */
export interface StaffIndex<Id extends string> {
  readonly byName: NameIndex<IndexedPerson<Id>>;
  /** By `staffNumberKey` of employee number and of badge; two people under one badge stay two. */
  readonly byNumber: ReadonlyMap<string, readonly IndexedPerson<Id>[]>;
  /** Answers already given: most people have several records that name them the same way. */
  readonly answers: Map<string, RecordMatch<Id>>;
}

/** Prepares a roster for `matchRecord`: everybody the agency knows, also those who left. */
export function staffIndex<Id extends string>(staff: readonly StaffIdentity<Id>[]): StaffIndex<Id> {
  const people = staff.map(({ id, name, employeeNumber, badge }) => ({
    id,
    name,
    employeeNumber,
    badge,
    folded: foldName(name),
  }));
  const byNumber = new Map<string, IndexedPerson<Id>[]>();
  for (const person of people) {
    for (const key of numberKeys(person)) {
      const holders = byNumber.get(key);
      if (holders) holders.push(person);
      else byNumber.set(key, [person]);
    }
  }
  return { byName: new NameIndex(people, (person) => person.name), byNumber, answers: new Map() };
}

function numberKeys({ employeeNumber, badge }: StaffIdentity<string>): ReadonlySet<string> {
  return new Set([staffNumberKey(employeeNumber), staffNumberKey(badge)].filter((key) => key !== ''));
}
