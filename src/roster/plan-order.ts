import { filedName } from '../person-name/person-name.ts';
import type { RosterPerson } from './roster-person.ts';
import type { StaffMember } from './staff-member.ts';

/** By place in the file. */
export function byRow(a: RosterPerson, b: RosterPerson): number {
  return (a.rows[0] ?? 0) - (b.rows[0] ?? 0);
}

export function byId(a: StaffMember, b: StaffMember): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

const reading = new Intl.Collator('en');

/** As people look names up in a list. */
export function byName(a: StaffMember, b: StaffMember): number {
  return reading.compare(filedName(a.name), filedName(b.name)) || byId(a, b);
}
