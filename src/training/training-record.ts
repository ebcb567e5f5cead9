import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Course } from './course.ts';

/** One line of a training export, about one person: what was read, before anything is decided about it. */
export interface TrainingRecord extends Course {
  /** The result as written: `Passed`. */
  readonly result?: string | undefined;
  readonly startedOn?: CalendarDate | undefined;
  readonly completedOn?: CalendarDate | undefined;
  /** The last day the record itself says it holds. */
  readonly expiresOn?: CalendarDate | undefined;
  /** The completion lay ahead when the record was written down, and nobody has confirmed it since. */
  readonly isRecordedAhead?: true | undefined;
}
