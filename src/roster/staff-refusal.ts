import type { CalendarDate } from '../calendar/calendar-date.ts';

/** Why a change to one person was not made. */
export type StaffRefusal =
  | { readonly code: 'staff-not-found' }
  | { readonly code: 'already-separated' }
  | { readonly code: 'not-separated' }
  | { readonly code: 'separated-before-hired'; readonly hiredOn: CalendarDate };
