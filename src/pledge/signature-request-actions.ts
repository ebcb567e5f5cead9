import { agencyById } from '../agency/agency-actions.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { invite, listInvitations, revokeInvitation } from '../identity/invitation-actions.ts';
import { postMail } from '../mail/mail.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { agencyLeaders } from './agency-leader-actions.ts';
import type { Executive } from './pledge.ts';
import { signatureRequestMail } from './pledge-mail-content.ts';

/** The page where the executive reads and signs. */
export function signingPath(slug: string): string {
  return `/workspace/${slug}/pledge/sign`;
}

/**
 * Asks the executive for a signature: by an invitation into the role while nobody holds it, which replaces earlier
 * links; by a plain link when they hold it. Executives who prepared the pledge themselves get no mail.
 */
export async function requestSignature(tx: Transaction, act: AgencyAct, executive: Executive): Promise<void> {
  const agency = await agencyById(tx, act.agency);
  const present = (await agencyLeaders(tx, act.agency)).executive;
  if (present?.person === act.person) return;
  const path = signingPath(agency.slug);
  const url = present ? `${act.siteUrl}${path}` : (await inviteExecutive(tx, act, executive, path)).url;
  const about = { agency: agency.name, url, campaign: act.campaign, executive, asker: act.personName };
  await postMail(tx, { ...signatureRequestMail(about), to: present?.email ?? executive.email });
}

async function inviteExecutive(tx: Transaction, act: AgencyAct, executive: Executive, path: string) {
  await revokeExecutiveInvitations(tx, act.agency);
  return invite(tx, {
    place: 'agency',
    agency: act.agency,
    role: 'executive',
    email: executive.email,
    name: executive.name,
    leadsTo: path,
    invitedBy: act.person,
    siteUrl: act.siteUrl,
  });
}

/** Links that would make somebody the executive stop working. */
export async function revokeExecutiveInvitations(tx: Transaction, agency: AgencyId): Promise<void> {
  const invitations = await listInvitations(tx, { agency });
  for (const { id, into } of invitations) {
    if (into.place === 'agency' && into.role === 'executive') await revokeInvitation(tx, { agency }, id);
  }
}
