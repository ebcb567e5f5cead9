import type { AgencyId, Transaction } from '../database/acting.ts';
import type { AgencyMember } from '../identity/membership.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';

export interface AgencyLeaders {
  readonly coordinator: AgencyMember | undefined;
  readonly executive: AgencyMember | undefined;
  /** The addresses of both, once each. */
  readonly emails: readonly string[];
}

/** Who answers for an agency's pledge, and hears what becomes of it. */
export async function agencyLeaders(tx: Transaction, agency: AgencyId): Promise<AgencyLeaders> {
  const members = await listAgencyMembers(tx, agency);
  const coordinator = members.find((member) => member.role === 'coordinator');
  const executive = members.find((member) => member.role === 'executive');
  const emails = [coordinator, executive].flatMap((leader) => (leader ? [leader.email] : []));
  return { coordinator, executive, emails: [...new Set(emails)] };
}
