import { foldWords } from '../person-name/name-folding.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { RosterPerson } from './roster-person.ts';
import type { StaffId } from './staff-member.ts';
import { staffNumberKey } from './staff-number.ts';

/** What somebody said of one way to write a person: it is that person of the roster, or another. */
export interface IdentityDecision {
  readonly writing: string;
  readonly staff: StaffId;
  readonly says: 'same' | 'another';
}

/** One text for everything by which the next file writes the same person again: name, numbers and day of hire. */
export function writingOf(
  person: Pick<RosterPerson, 'name' | 'employeeNumber' | 'badge' | 'hiredOn'>,
): string {
  const { name, employeeNumber, badge, hiredOn = '' } = person;
  return JSON.stringify([nameWriting(name), staffNumberKey(employeeNumber), staffNumberKey(badge), hiredOn]);
}

function nameWriting({ family, given, middle, suffix }: PersonName): string {
  return [family, given, middle, suffix].map((part) => foldWords(part).join(' ')).join('|');
}

/** What was said, found by who is written and who is known. */
export class IdentityDecisions {
  readonly #same = new Map<string, StaffId>();
  readonly #others = new Map<string, Set<StaffId>>();
  readonly isEmpty: boolean;

  constructor(decisions: readonly IdentityDecision[] = []) {
    this.isEmpty = decisions.length === 0;
    for (const { writing, staff, says } of decisions) {
      if (says === 'same') this.#same.set(writing, staff);
      else this.#others.set(writing, (this.#others.get(writing) ?? new Set()).add(staff));
    }
  }

  /** The person of the roster that this one was said to be. */
  sameAs(person: RosterPerson): StaffId | undefined {
    return this.isEmpty ? undefined : this.#same.get(writingOf(person));
  }

  /** Everybody whom this person was said not to be. */
  othersThan(person: RosterPerson): ReadonlySet<StaffId> {
    return (this.isEmpty ? undefined : this.#others.get(writingOf(person))) ?? nobody;
  }
}

const nobody: ReadonlySet<StaffId> = new Set();
