import { agencyById } from '../agency/agency-actions.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { AgencyMember } from '../identity/membership.ts';
import { endAgencyMembership } from '../identity/membership-actions.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { roleEndedMail } from '../team/team-mail-content.ts';
import { agencyLeaders } from './agency-leader-actions.ts';
import type { Executive } from './pledge.ts';
import { lockPledge, updateExecutive, wasEverSigned } from './pledge-store.ts';
import { revokeExecutiveInvitations } from './signature-request-actions.ts';

/** Writes a new executive into the agency's pledge, after the role has passed to them. The old signature stays. */
export async function renewExecutive(tx: Transaction, agency: AgencyId, executive: Executive): Promise<void> {
  const pledge = await lockPledge(tx, agency);
  if (!pledge || pledge.state.is === 'withdrawn') return;
  await updateExecutive(tx, pledge, executive);
  await revokeExecutiveInvitations(tx, agency);
}

/**
 * The executive whom the coordinator can't replace: once a pledge of the agency was signed, the role passes only by
 * hand-over. Undefined while nothing was signed, or while nobody holds the role.
 */
export async function settledExecutive(tx: Transaction, agency: AgencyId): Promise<AgencyMember | undefined> {
  const present = (await agencyLeaders(tx, agency)).executive;
  return present && (await wasEverSigned(tx, agency)) ? present : undefined;
}

/** Only the executive or the campaign passes the role on. */
export type ExecutiveSettled = { readonly code: 'executive-settled' };

/**
 * Makes room for another executive than the one named first, as long as nobody has signed: the coordinator may have
 * mistyped the address. Somebody who accepted the role under the wrong address loses it, and is told.
 */
export async function correctExecutive(
  tx: Transaction,
  act: AgencyAct,
  email: string,
): Promise<Outcome<undefined, ExecutiveSettled>> {
  const present = (await agencyLeaders(tx, act.agency)).executive;
  if (!present || present.email === email) return done(undefined);
  if (await wasEverSigned(tx, act.agency)) return refused({ code: 'executive-settled' });
  const ended = await endAgencyMembership(tx, act.agency, present.id);
  if (!ended.ok) throw new Error('The executive’s role ended at the same moment.');
  const agency = await agencyById(tx, act.agency);
  const about = { to: present.email, agency: agency.name, role: present.role, campaign: act.campaign };
  await postMail(tx, roleEndedMail({ ...about, ender: act.personName }));
  return done(undefined);
}
