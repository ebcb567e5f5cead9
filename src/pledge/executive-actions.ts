import type { AgencyId, Transaction } from '../database/acting.ts';
import { endAgencyMembership } from '../identity/membership-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { agencyLeaders } from './agency-leader-actions.ts';
import type { Executive } from './pledge.ts';
import { hasSigned, lockPledge, updateExecutive } from './pledge-store.ts';
import { revokeExecutiveInvitations } from './signature-request-actions.ts';

/** Writes a new executive into the agency's pledge, after the role has passed to them. The old signature stays. */
export async function renewExecutive(tx: Transaction, agency: AgencyId, executive: Executive): Promise<void> {
  const pledge = await lockPledge(tx, agency);
  if (!pledge || pledge.state.is === 'withdrawn') return;
  await updateExecutive(tx, pledge, executive);
  await revokeExecutiveInvitations(tx, agency);
}

/** Only the executive or the campaign can pass the role on once the present executive has signed. */
export type ExecutiveSettled = { readonly code: 'executive-settled' };

/**
 * Makes room for another executive than the one named first, as long as that one never signed: the coordinator may
 * have mistyped the address. Somebody who accepted the role under the wrong address loses it.
 */
export async function correctExecutive(
  tx: Transaction,
  agency: AgencyId,
  email: string,
): Promise<Outcome<undefined, ExecutiveSettled>> {
  const present = (await agencyLeaders(tx, agency)).executive;
  if (!present || present.email === email) return done(undefined);
  if (await hasSigned(tx, agency, present.person)) return refused({ code: 'executive-settled' });
  await endAgencyMembership(tx, agency, present.id);
  return done(undefined);
}

/** Whether the agency's executive has signed a pledge of it, so that only they or the campaign can pass the role on. */
export async function isExecutiveSettled(tx: Transaction, agency: AgencyId): Promise<boolean> {
  const present = (await agencyLeaders(tx, agency)).executive;
  return present !== undefined && (await hasSigned(tx, agency, present.person));
}
