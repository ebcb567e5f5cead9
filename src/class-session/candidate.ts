import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import type { SeatState } from './class-session.ts';

/**
 * Why somebody is proposed for a class: not trained at all, without the base course where everyone needs it, a
 * certificate of this course's category that ends soon, or no crisis course yet while the agency is short of them.
 */
export type CandidateReason =
  | { readonly is: 'untrained' }
  | { readonly is: 'base-missing' }
  | { readonly is: 'ends-soon'; readonly lastDay: CalendarDate }
  | { readonly is: 'no-advanced' }
  | { readonly is: 'none' };

/** Somebody of the roster who may be enrolled. */
export interface Candidate {
  readonly member: Pick<StaffMember, 'id' | 'name' | 'employeeNumber' | 'badge' | 'rank' | 'unit'>;
  readonly reason: CandidateReason;
  /** The seat they have already. */
  readonly seat: SeatState | undefined;
}

/** How far ahead the end of a certificate makes somebody a candidate. */
export const endsSoonDays = 180;
