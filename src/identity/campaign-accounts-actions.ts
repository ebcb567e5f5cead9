import type { PersonId, Transaction } from '../database/acting.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { campaignInvitationMail } from './campaign-accounts-content.ts';
import {
  type InvitationRefusal,
  invite,
  type ListedInvitation,
  listInvitations,
  resendInvitation,
} from './invitation-actions.ts';
import type { CampaignMember } from './membership.ts';
import { listCampaignMembers } from './membership-actions.ts';
import type { CampaignRole } from './viewer.ts';

export interface CampaignAccounts {
  readonly members: readonly CampaignMember[];
  readonly invitations: readonly ListedInvitation[];
}

export async function campaignAccounts(tx: Transaction): Promise<CampaignAccounts> {
  return { members: await listCampaignMembers(tx), invitations: await listInvitations(tx, 'campaign') };
}

/** Who invites, and what the mail names. */
export interface CampaignInviter {
  readonly person: PersonId;
  readonly name: string;
  readonly siteUrl: string;
  readonly campaign: string;
}

/** Invites somebody to work for the campaign, and mails the link. */
export async function inviteIntoCampaign(
  tx: Transaction,
  by: CampaignInviter,
  invited: { readonly email: string; readonly role: CampaignRole },
): Promise<Outcome<undefined, { readonly code: 'holds-role-already' }>> {
  const { email, role } = invited;
  const members = await listCampaignMembers(tx);
  if (members.some((member) => member.email === email && member.role === role)) {
    return refused({ code: 'holds-role-already' });
  }
  const { url } = await invite(tx, {
    place: 'campaign',
    role,
    email,
    leadsTo: '/campaign',
    invitedBy: by.person,
    siteUrl: by.siteUrl,
  });
  await mailLink(tx, by, { email, role, url });
  return done(undefined);
}

/** Mails another link for the same invitation; the earlier one stops working. */
export async function inviteIntoCampaignAgain(
  tx: Transaction,
  by: CampaignInviter,
  id: string,
): Promise<Outcome<undefined, InvitationRefusal>> {
  const sent = await resendInvitation(tx, 'campaign', { id, siteUrl: by.siteUrl, invitedBy: by.person });
  if (!sent.ok) return sent;
  const { invitation, url } = sent.value;
  if (invitation.into.place !== 'campaign') throw new Error('An invitation changed its place.');
  await mailLink(tx, by, { email: invitation.email, role: invitation.into.role, url });
  return done(undefined);
}

async function mailLink(
  tx: Transaction,
  by: CampaignInviter,
  to: { readonly email: string; readonly role: CampaignRole; readonly url: string },
): Promise<void> {
  const mail = { to: to.email, role: to.role, url: to.url, inviter: by.name, campaign: by.campaign };
  await postMail(tx, campaignInvitationMail(mail));
}
