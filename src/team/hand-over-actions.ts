import { agencyById } from '../agency/agency-actions.ts';
import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { invite, listInvitations, revokeInvitation } from '../identity/invitation-actions.ts';
import type { AgencyMember } from '../identity/membership.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from './agency-act.ts';
import type { HandOver, HandOverId, PassedRole } from './hand-over.ts';
import { handOverAnnouncedMail, handOverOfferedMail } from './hand-over-mail-content.ts';
import { closeHandOver, findHandOver, insertHandOver, listOffered, lockHandOver } from './hand-over-store.ts';

export interface HandOverOffer {
  readonly role: PassedRole;
  readonly email: string;
  readonly reason: string;
  readonly offeredAs: 'agency' | 'campaign';
}

export type OfferRefusal =
  | { readonly code: 'holds-role-already' }
  /** The role is on its way to somebody: that offer has to be taken back first. */
  | { readonly code: 'already-offered' };

/**
 * Asks somebody to take a role over. Colleagues get a link to their answer; others are invited into the agency first.
 * The present holder is told when somebody else passes their role on. Who may do this is the route's rule.
 */
export async function offerHandOver(
  tx: Transaction,
  act: AgencyAct,
  offer: HandOverOffer,
): Promise<Outcome<HandOverId, OfferRefusal>> {
  const email = offer.email.trim().toLowerCase();
  const members = await listAgencyMembers(tx, act.agency);
  const holder = members.find((member) => member.role === offer.role);
  if (holder?.email === email) return refused({ code: 'holds-role-already' });
  const id = await insertHandOver(tx, {
    ...offer,
    email,
    agency: act.agency,
    offeredBy: act.person,
    offeredAt: act.now,
  });
  if (!id) return refused({ code: 'already-offered' });
  await recordHandOver(tx, act, 'hand-over-offered', id, offer.role);
  await mailOffer(tx, act, {
    ...offer,
    email,
    id,
    isColleague: members.some((member) => member.email === email),
  });
  if (holder && holder.person !== act.person) await announce(tx, act, holder, offer, email);
  return done(id);
}

interface OfferToMail extends HandOverOffer {
  readonly id: HandOverId;
  readonly isColleague: boolean;
}

async function mailOffer(tx: Transaction, act: AgencyAct, offer: OfferToMail): Promise<void> {
  const agency = await agencyById(tx, act.agency);
  const path = handOverPath(agency.slug, offer.id);
  const url = offer.isColleague
    ? `${act.siteUrl}${path}`
    : (
        await invite(tx, {
          place: 'agency',
          agency: act.agency,
          role: 'staff',
          email: offer.email,
          leadsTo: path,
          invitedBy: act.person,
          siteUrl: act.siteUrl,
        })
      ).url;
  await postMail(
    tx,
    handOverOfferedMail({
      to: offer.email,
      agency: agency.name,
      role: offer.role,
      campaign: act.campaign,
      url,
      giver: act.personName,
      reason: offer.reason,
    }),
  );
}

async function announce(
  tx: Transaction,
  act: AgencyAct,
  holder: AgencyMember,
  offer: HandOverOffer,
  newEmail: string,
): Promise<void> {
  const agency = await agencyById(tx, act.agency);
  await postMail(
    tx,
    handOverAnnouncedMail({
      to: holder.email,
      agency: agency.name,
      role: offer.role,
      campaign: act.campaign,
      giver: act.personName,
      newEmail,
      reason: offer.reason,
    }),
  );
}

/** Where the person asked gives their answer. */
export function handOverPath(slug: string, id: HandOverId): string {
  return `/workspace/${slug}/hand-over/${id}`;
}

/** The roles of the agency that are on their way to somebody. */
export function offeredHandOvers(tx: Transaction, agency: AgencyId): Promise<readonly HandOver[]> {
  return listOffered(tx, agency);
}

export function handOverOf(tx: Transaction, agency: AgencyId, id: HandOverId): Promise<HandOver | undefined> {
  return findHandOver(tx, agency, id);
}

export type HandOverClosed = { readonly code: 'hand-over-closed' };

/** An offer that can still be answered, kept for this transaction. */
export async function lockOffered(
  tx: Transaction,
  agency: AgencyId,
  id: HandOverId,
): Promise<Outcome<HandOver, HandOverClosed>> {
  const handOver = await lockHandOver(tx, agency, id);
  return handOver?.state === 'offered' ? done(handOver) : refused({ code: 'hand-over-closed' });
}

/** Takes an offer back: its link stops working. */
export async function cancelHandOver(
  tx: Transaction,
  act: AgencyAct,
  id: HandOverId,
): Promise<Outcome<HandOver, HandOverClosed>> {
  const found = await lockOffered(tx, act.agency, id);
  if (!found.ok) return found;
  await closeHandOver(tx, found.value, { state: 'cancelled', at: act.now });
  await revokeItsInvitation(tx, found.value);
  await recordHandOver(tx, act, 'hand-over-cancelled', id, found.value.role);
  return found;
}

async function revokeItsInvitation(tx: Transaction, handOver: HandOver): Promise<void> {
  const invitations = await listInvitations(tx, { agency: handOver.agency });
  for (const invitation of invitations) {
    if (!invitation.leadsTo.endsWith(`/hand-over/${handOver.id}`)) continue;
    const revoked = await revokeInvitation(tx, { agency: handOver.agency }, invitation.id);
    if (!revoked.ok && revoked.refusal.code === 'invitation-not-found') {
      throw new Error('An invitation that was just listed is gone.');
    }
  }
}

/** Every step of a hand-over stands in the agency's audit trail, without addresses. */
export async function recordHandOver(
  tx: Transaction,
  act: AgencyAct,
  action: string,
  id: HandOverId,
  role: PassedRole,
): Promise<void> {
  await recordAudit(
    tx,
    { agency: act.agency },
    { action, subject: { kind: 'hand-over', id }, details: { role } },
  );
}
