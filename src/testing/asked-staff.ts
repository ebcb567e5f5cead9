import { addStaffMember } from '../roster/roster-actions.ts';
import type { StaffFactSheet, StaffId } from '../roster/staff-member.ts';
import type { AgencyForTests } from './an-agency.ts';

/** Somebody on the agency's roster: a sworn officer on patrol unless said otherwise. */
export function someStaff(
  agency: AgencyForTests,
  family: string,
  facts: Partial<StaffFactSheet> & { readonly given?: string } = {},
): Promise<StaffId> {
  const { given = 'Dana', ...others } = facts;
  return agency.as((tx) =>
    addStaffMember(tx, agency.agency.id, {
      name: { family, given, middle: '', suffix: '' },
      employeeNumber: '',
      badge: '',
      kind: 'sworn',
      rank: 'Officer',
      unit: 'Patrol',
      shift: 'Day',
      email: '',
      ...others,
    }),
  );
}
