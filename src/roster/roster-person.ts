import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { NameLikeness } from '../person-name/name-likeness.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { KindDecision } from './staff-kind.ts';

/** A person as one file knows them, from one or several rows. Texts it doesn't give are ''. */
export interface RosterPerson {
  /** The rows they were read from, 1-based, ascending. */
  readonly rows: readonly number[];
  readonly name: PersonName;
  /** As the row writes it, where `name` doesn't give back all of it. */
  readonly nameWritten: string;
  /** See `nameKey`. */
  readonly nameKey: string;
  readonly employeeNumber: string;
  readonly badge: string;
  /** Every employee and badge number met, as keys (see `staffNumberKeys`), sorted. */
  readonly numbers: readonly string[];
  readonly kind: KindDecision;
  readonly rank: string;
  /** The rank as the row writes it that `rank` is from. */
  readonly title: string;
  readonly unit: string;
  readonly shift: string;
  readonly email: string;
  readonly hiredOn: CalendarDate | undefined;
  /** The last separation, also a future one. */
  readonly separatedOn: CalendarDate | undefined;
  /** Left by date or by status as of the day the file was read. */
  readonly isSeparated: boolean;
  readonly flags: readonly PersonFlag[];
}

/** What a person should look at; nothing here stops an import. */
export type PersonFlag =
  /** Another person of the file has the same number. */
  | { readonly code: 'number-shared'; readonly number: string; readonly rows: readonly number[] }
  /** Another person of the file has the same name; nothing says they are one. */
  | { readonly code: 'same-name'; readonly rows: readonly number[] }
  /** Rows with several numbers were taken for one person, because name and hire date or email agree. */
  | { readonly code: 'several-numbers'; readonly numbers: readonly string[] }
  /** Rows with one number and names that are alike were taken for one person. */
  | { readonly code: 'name-varies'; readonly likeness: NameLikeness; readonly rows: readonly number[] };
