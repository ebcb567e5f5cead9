import type { StaffMember } from '../roster/staff-member.ts';
import type { SeatOutcome, SeatState } from './class-session.ts';

/** Somebody of the roster and their seat in a session. */
export interface Seat {
  readonly member: Pick<StaffMember, 'id' | 'name' | 'employeeNumber' | 'badge' | 'rank' | 'unit'>;
  readonly state: SeatState;
  readonly outcome: SeatOutcome | undefined;
  readonly recordId: string | undefined;
}

/** The number under which the agency knows somebody: the employee number, else the badge. */
export function numberOf({ employeeNumber, badge }: Pick<StaffMember, 'employeeNumber' | 'badge'>): string {
  return employeeNumber || badge;
}
