import { recordAudit } from '../audit/audit.ts';
import type { PartnerId, PersonId, Transaction } from '../database/acting.ts';
import {
  type InvitationRefusal,
  invite,
  type ListedInvitation,
  listInvitations,
  resendInvitation,
  revokeInvitation,
} from '../identity/invitation-actions.ts';
import { mailboxOf } from '../identity/mailbox.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import {
  isLast,
  type LastRepresentative,
  type Representative,
  type RepresentativeNotFound,
} from './representative.ts';
import { placeEndedMail, representativeInvitedMail } from './representative-mail-content.ts';
import { endRepresentative, listRepresentatives, lockRepresentatives } from './representative-store.ts';

export { listRepresentatives } from './representative-store.ts';

/** Who invites to an organization or ends a place there: one of its own people, or the campaign. */
export interface RepresentativeAct {
  readonly partner: PartnerId;
  readonly partnerName: string;
  readonly person: PersonId;
  readonly personName: string;
  readonly siteUrl: string;
  readonly campaign: string;
}

export interface OrganizationTeam {
  readonly representatives: readonly Representative[];
  /** Sent by the organization's own people or the campaign, and not answered yet. */
  readonly invitations: readonly ListedInvitation[];
}

export async function organizationTeam(tx: Transaction, partner: PartnerId): Promise<OrganizationTeam> {
  return {
    representatives: await listRepresentatives(tx, partner),
    invitations: (await listInvitations(tx, { partner })).filter(isOwn),
  };
}

/** Mails a link that makes its reader speak for the organization. */
export async function inviteRepresentative(
  tx: Transaction,
  act: RepresentativeAct,
  asked: { readonly email: string; readonly name: string | undefined },
): Promise<Outcome<undefined, { readonly code: 'speaks-already' }>> {
  const representatives = await listRepresentatives(tx, act.partner);
  const mailbox = mailboxOf(asked.email);
  if (representatives.some(({ email }) => mailboxOf(email) === mailbox)) {
    return refused({ code: 'speaks-already' });
  }
  const { url } = await invite(tx, {
    place: 'partner',
    partner: act.partner,
    role: 'representative',
    email: asked.email,
    name: asked.name,
    leadsTo: `/partner/${act.partner}`,
    invitedBy: act.person,
    siteUrl: act.siteUrl,
  });
  await postMail(tx, representativeInvitedMail({ ...aboutMail(act), to: asked.email, url }));
  return done(undefined);
}

/** Mails another link; the earlier one stops working. */
export async function inviteRepresentativeAgain(
  tx: Transaction,
  act: RepresentativeAct,
  id: string,
): Promise<Outcome<undefined, InvitationRefusal>> {
  if (!(await isOwnInvitation(tx, act.partner, id))) return refused({ code: 'invitation-not-found' });
  const sent = await resendInvitation(
    tx,
    { partner: act.partner },
    { id, siteUrl: act.siteUrl, invitedBy: act.person },
  );
  if (!sent.ok) return sent;
  const { invitation, url } = sent.value;
  await postMail(tx, representativeInvitedMail({ ...aboutMail(act), to: invitation.email, url }));
  return done(undefined);
}

export async function takeInvitationBack(
  tx: Transaction,
  partner: PartnerId,
  id: string,
): Promise<Outcome<undefined, InvitationRefusal>> {
  if (!(await isOwnInvitation(tx, partner, id))) return refused({ code: 'invitation-not-found' });
  const revoked = await revokeInvitation(tx, { partner }, id);
  return revoked.ok ? done(undefined) : revoked;
}

/**
 * Ends somebody's place, one's own among them. The last representative leaves only knowing it: agencies can't put
 * another in that place, only the campaign can.
 */
export async function endPlace(
  tx: Transaction,
  act: RepresentativeAct,
  ending: { readonly membership: string; readonly knowsLast: boolean },
): Promise<Outcome<{ readonly isSelf: boolean }, RepresentativeNotFound | LastRepresentative>> {
  const { partner, person } = act;
  await lockRepresentatives(tx, partner);
  const representatives = await listRepresentatives(tx, partner);
  const leaving = representatives.find(({ id }) => id === ending.membership);
  if (!leaving) return refused({ code: 'representative-not-found' });
  if (isLast(representatives, leaving.id) && !ending.knowsLast) {
    return refused({ code: 'last-representative' });
  }
  // Written first: afterwards the acting person may be nobody here any more.
  await recordAudit(
    tx,
    { partner },
    {
      action: 'partner-representative-ended',
      subject: { kind: 'person', id: leaving.person },
      details: { isSelf: leaving.person === person, isLast: representatives.length === 1 },
    },
  );
  if (!(await endRepresentative(tx, partner, leaving.id))) {
    throw new Error('A representative whose place was locked is not there.');
  }
  const isSelf = leaving.person === person;
  if (!isSelf) await postMail(tx, placeEndedMail({ ...aboutMail(act), to: leaving.email }));
  return done({ isSelf });
}

/** One that an agency sent is the agency's to send again or to take back. */
function isOwn({ into }: ListedInvitation): boolean {
  return into.place === 'partner' && into.agency === undefined;
}

async function isOwnInvitation(tx: Transaction, partner: PartnerId, id: string): Promise<boolean> {
  return (await listInvitations(tx, { partner })).some(
    (invitation) => invitation.id === id && isOwn(invitation),
  );
}

function aboutMail({ partnerName, personName, campaign }: RepresentativeAct) {
  return { organization: partnerName, by: personName, campaign };
}
