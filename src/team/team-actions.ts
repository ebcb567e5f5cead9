import { agencyById } from '../agency/agency-actions.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { Invitation } from '../identity/invitation.ts';
import {
  type InvitationRefusal,
  invite,
  type ListedInvitation,
  listInvitations,
  resendInvitation,
  revokeInvitation,
} from '../identity/invitation-actions.ts';
import type { AgencyMember } from '../identity/membership.ts';
import {
  endAgencyMembership,
  isPastMembership,
  listAgencyMembers,
  type MembershipNotFound,
} from '../identity/membership-actions.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from './agency-act.ts';
import { type HandOver, type HandOverGiver, mayEndRole } from './hand-over.ts';
import { offeredHandOvers } from './hand-over-actions.ts';
import type { JoinRequest, JoinRole } from './join-request.ts';
import { joinRequestsOf } from './join-request-actions.ts';
import { colleagueInvitedMail, roleEndedMail } from './team-mail-content.ts';

/** Everybody at an agency, and everything about its people that waits for somebody. */
export interface Team {
  readonly members: readonly AgencyMember[];
  /** Invitations that nobody has answered; those that carry a role on its way are told by the hand-over. */
  readonly invitations: readonly ListedInvitation[];
  readonly joinRequests: readonly JoinRequest[];
  readonly handOvers: readonly HandOver[];
}

export async function teamOf(tx: Transaction, agency: AgencyId): Promise<Team> {
  const invitations = await listInvitations(tx, { agency });
  return {
    members: await listAgencyMembers(tx, agency),
    invitations: invitations.filter(isOfTeam),
    joinRequests: await joinRequestsOf(tx, agency),
    handOvers: await offeredHandOvers(tx, agency),
  };
}

/** Invites somebody as a training officer or member of staff. */
export async function inviteColleague(
  tx: Transaction,
  act: AgencyAct,
  colleague: { readonly email: string; readonly role: JoinRole },
): Promise<Outcome<undefined, { readonly code: 'holds-role-already' }>> {
  const members = await listAgencyMembers(tx, act.agency);
  const { email, role } = colleague;
  if (members.some((member) => member.email === email && member.role === role)) {
    return refused({ code: 'holds-role-already' });
  }
  const agency = await agencyById(tx, act.agency);
  const { url } = await invite(tx, {
    place: 'agency',
    agency: act.agency,
    role,
    email,
    leadsTo: `/workspace/${agency.slug}`,
    invitedBy: act.person,
    siteUrl: act.siteUrl,
  });
  await mailInvitation(tx, act, { email, role, url });
  return done(undefined);
}

/** An invitation that carries a role on its way lives and ends with its hand-over. */
function isOfTeam({ leadsTo }: Invitation): boolean {
  return !leadsTo.includes('/hand-over/');
}

/** Mails a colleague another link; the earlier one stops working. Partners' invitations are none of the team's. */
export async function inviteAgain(
  tx: Transaction,
  act: AgencyAct,
  id: string,
): Promise<Outcome<Invitation, InvitationRefusal>> {
  const of = { agency: act.agency };
  if (await isOfHandOver(tx, act.agency, id)) return refused({ code: 'invitation-not-found' });
  const sent = await resendInvitation(tx, of, { id, siteUrl: act.siteUrl, invitedBy: act.person });
  if (!sent.ok) return sent;
  const { invitation, url } = sent.value;
  if (invitation.into.place !== 'agency') throw new Error('An invitation changed its place.');
  await mailInvitation(tx, act, { email: invitation.email, role: invitation.into.role, url });
  return done(invitation);
}

/** Takes a colleague's invitation back: its link stops working. */
export async function takeBackInvitation(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<Outcome<Invitation, InvitationRefusal>> {
  if (await isOfHandOver(tx, agency, id)) return refused({ code: 'invitation-not-found' });
  return revokeInvitation(tx, { agency }, id);
}

async function isOfHandOver(tx: Transaction, agency: AgencyId, id: string): Promise<boolean> {
  const invitations = await listInvitations(tx, { agency });
  return invitations.some((invitation) => invitation.id === id && !isOfTeam(invitation));
}

async function mailInvitation(
  tx: Transaction,
  act: AgencyAct,
  invited: { readonly email: string; readonly role: AgencyMember['role']; readonly url: string },
): Promise<void> {
  const agency = await agencyById(tx, act.agency);
  const { email: to, role, url } = invited;
  await postMail(
    tx,
    colleagueInvitedMail({
      to,
      agency: agency.name,
      role,
      campaign: act.campaign,
      url,
      inviter: act.personName,
    }),
  );
}

export type EndRoleRefusal = MembershipNotFound | { readonly code: 'may-not-end-role' };

/** Ends a member's role at once, and tells them. For roles that pass on, a hand-over is the gentler way. */
export async function endRole(
  tx: Transaction,
  act: AgencyAct,
  ending: { readonly membership: string; readonly giver: HandOverGiver },
): Promise<Outcome<AgencyMember, EndRoleRefusal>> {
  const members = await listAgencyMembers(tx, act.agency);
  const member = members.find(({ id }) => id === ending.membership);
  if (!member) {
    const wasMember = await isPastMembership(tx, act.agency, ending.membership);
    return refused({ code: wasMember ? 'membership-ended' : 'membership-not-found' });
  }
  if (!mayEndRole(member.role, ending.giver, member.person === act.person)) {
    return refused({ code: 'may-not-end-role' });
  }
  const ended = await endAgencyMembership(tx, act.agency, member.id);
  if (!ended.ok) return ended;
  const agency = await agencyById(tx, act.agency);
  await postMail(
    tx,
    roleEndedMail({
      to: member.email,
      agency: agency.name,
      role: member.role,
      campaign: act.campaign,
      ender: act.personName,
    }),
  );
  return done(member);
}
