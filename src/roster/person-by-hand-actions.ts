import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome } from '../outcome.ts';
import { matchAgain } from '../training/match-actions.ts';
import { addStaffMember, changeStaffMember } from './roster-actions.ts';
import type { StaffFactSheet, StaffId } from './staff-member.ts';
import type { StaffRefusal } from './staff-refusal.ts';

/** A person whose facts somebody entered, and how many training records that waited found them by it. */
export interface EnteredPerson {
  readonly id: StaffId;
  readonly matched: number;
}

export async function addPersonByHand(
  tx: Transaction,
  agency: AgencyId,
  facts: StaffFactSheet,
): Promise<EnteredPerson> {
  const id = await addStaffMember(tx, agency, facts);
  return { id, matched: await matchAgain(tx, agency) };
}

export async function changePersonByHand(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  facts: Omit<StaffFactSheet, 'separatedOn'>,
): Promise<Outcome<EnteredPerson, StaffRefusal>> {
  const changed = await changeStaffMember(tx, agency, id, facts);
  return changed.ok ? done({ id: changed.value, matched: await matchAgain(tx, agency) }) : changed;
}
