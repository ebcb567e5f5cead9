import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffCategory } from './staff-category.ts';
import type { StaffKind } from './staff-kind.ts';

export type StaffId = Brand<'StaffId'>;

/** What an agency keeps about one of its people; texts it doesn't know are ''. */
export interface StaffFactSheet {
  readonly name: PersonName;
  /** The name as the row writes it that it was last taken from, where `name` doesn't give back all of it. Else '' or missing. */
  readonly nameWritten?: string | undefined;
  readonly employeeNumber: string;
  readonly badge: string;
  readonly kind: StaffKind;
  /** Only of non-sworn staff. */
  readonly category?: StaffCategory | undefined;
  readonly rank: string;
  /**
   * The rank as the row writes it that the facts were last taken from, where that is not just what `rank` is: `SGT.`
   * beside Sergeant. Else, and of a rank entered by hand, '' or missing.
   */
  readonly rankWritten?: string | undefined;
  readonly unit: string;
  readonly shift: string;
  readonly email: string;
  readonly hiredOn?: CalendarDate | undefined;
  /** The last day at the agency; someone who left and came back has none. */
  readonly separatedOn?: CalendarDate | undefined;
}

/** A person of the agency, now or before. */
export interface StaffMember extends StaffFactSheet {
  readonly id: StaffId;
  /** Of somebody who was two people of the roster until they were merged. */
  readonly merged?: MergedFacts | undefined;
}

/** What is left of the people who were merged into one. */
export interface MergedFacts {
  /** The facts that each of them had then: a file may still list them all. */
  readonly identities: readonly StaffFactSheet[];
  /** The facts that somebody chose. */
  readonly chosen: StaffFactSheet;
}

/** Whether somebody is on staff on a day: hired by then, and not yet separated. The day of separation is no day on staff. */
export function isOnStaff(member: Pick<StaffMember, 'hiredOn' | 'separatedOn'>, day: CalendarDate): boolean {
  return (
    (member.hiredOn === undefined || member.hiredOn <= day) &&
    (member.separatedOn === undefined || member.separatedOn > day)
  );
}

/** Whether somebody has left by a day; someone not yet hired hasn't. */
export function hasLeft({ separatedOn }: Pick<StaffMember, 'separatedOn'>, day: CalendarDate): boolean {
  return separatedOn !== undefined && separatedOn <= day;
}
