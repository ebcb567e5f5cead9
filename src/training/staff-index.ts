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
  /** Who else this person was until somebody merged them: any of the numbers goes with any of the names. */
  readonly merged?: { readonly identities: readonly Omit<StaffIdentity<Id>, 'id' | 'merged'>[] } | undefined;
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
  const people = staff.flatMap(indexed);
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

/** One entry a name: most people have one. */
function indexed<Id extends string>(member: StaffIdentity<Id>): readonly IndexedPerson<Id>[] {
  const { id, name, employeeNumber, badge, merged } = member;
  if (!merged) return [{ id, name, employeeNumber, badge, folded: foldName(name) }];
  const names = new Map(
    [member, ...merged.identities].map((known) => [JSON.stringify(known.name), known.name]),
  );
  return Array.from(names.values(), (known) => ({
    id,
    name: known,
    employeeNumber,
    badge,
    merged,
    folded: foldName(known),
  }));
}

function numberKeys({ employeeNumber, badge, merged }: StaffIdentity<string>): ReadonlySet<string> {
  const numbers = [employeeNumber, badge];
  for (const known of merged?.identities ?? []) numbers.push(known.employeeNumber, known.badge);
  return new Set(numbers.map(staffNumberKey).filter((key) => key !== ''));
}
