import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { StaffId } from './staff-member.ts';

/** What a person chooses about those who are not in a file that lists everybody. */
export interface MissingChoice {
  /** They leave: all but those excepted. */
  readonly separateMissing: boolean;
  /** Who stays on the roster all the same. */
  readonly staying?: readonly StaffId[];
  /** Their last day; the day of the plan without it. Nobody's lies before their day of hire. */
  readonly lastDay?: CalendarDate;
}
