import { type AuditChain, recordAudit } from '../audit/audit.ts';
import { type Acting, actingAs, type PersonId, switchActing, type Transaction } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import {
  type Invitation,
  type InvitationInto,
  type InvitationNames,
  type InvitationState,
  invitationDays,
  invitationState,
} from './invitation.ts';
import {
  findInvitationByToken,
  findInvitationNames,
  type InvitationsOf,
  insertInvitation,
  listUnansweredInvitations,
  lockInvitation,
  lockInvitationOf,
  markAccepted,
  markRevoked,
} from './invitation-store.ts';
import { joinPlace } from './membership-actions.ts';
import { sameSitePath } from './same-site-path.ts';
import { newToken, tokenHash } from './token.ts';

export { lockUnansweredInvitations } from './invitation-store.ts';

export type Invite = InvitationInto & {
  readonly email: string;
  /** The person's name, where the inviter knows it. */
  readonly name?: string | undefined;
  /** The path within this site that accepting leads to. */
  readonly leadsTo: string;
  readonly invitedBy?: PersonId | undefined;
  /** 14 days unless said otherwise. */
  readonly expiresInDays?: number | undefined;
  /** `config.siteUrl`. */
  readonly siteUrl: string;
};

/** An invitation's one link. Only its hash is kept, so put it into the mail now. */
export interface InvitationLink {
  readonly id: string;
  readonly url: string;
}

/**
 * Invites an address into a role. The caller writes the mail, in the same transaction. The transaction acts for
 * the agency, the campaign or the system. An open invitation of that address to that role is replaced.
 */
export async function invite(tx: Transaction, ask: Invite): Promise<InvitationLink> {
  if (!sameSitePath(ask.leadsTo)) throw new Error(`An invitation can't lead to ${ask.leadsTo}.`);
  const token = newToken();
  const id = await insertInvitation(tx, {
    tokenHash: tokenHash(token),
    email: ask.email.trim().toLowerCase(),
    name: ask.name?.trim() || undefined,
    into: ask,
    leadsTo: ask.leadsTo,
    invitedBy: ask.invitedBy,
    days: ask.expiresInDays ?? invitationDays,
  });
  await recordAudit(tx, chainOf(ask), {
    action: 'invitation-sent',
    subject: { kind: 'invitation', id },
    details: { place: ask.place, role: ask.role },
  });
  return { id, url: `${ask.siteUrl}/invitations/${token}` };
}

export interface ListedInvitation extends Invitation {
  readonly state: Extract<InvitationState, 'open' | 'expired'>;
}

/** The invitations of an agency, a partner or the campaign that nobody has answered yet, the newest first. */
export async function listInvitations(
  tx: Transaction,
  of: InvitationsOf,
): Promise<readonly ListedInvitation[]> {
  const invitations = await listUnansweredInvitations(tx, of);
  const now = new Date();
  return invitations.map((invitation) => ({
    ...invitation,
    state: invitationState(invitation, now) === 'open' ? 'open' : 'expired',
  }));
}

export type InvitationRefusal =
  | { readonly code: 'invitation-not-found' }
  | { readonly code: 'invitation-answered' };

/** Takes an invitation into this place back: its link stops working. */
export async function revokeInvitation(
  tx: Transaction,
  of: InvitationsOf,
  id: string,
): Promise<Outcome<Invitation, InvitationRefusal>> {
  const found = await lockUnanswered(tx, of, id);
  if (!found.ok) return found;
  await markRevoked(tx, id);
  await recordAudit(tx, chainOf(found.value.into), {
    action: 'invitation-revoked',
    subject: { kind: 'invitation', id },
  });
  return found;
}

/** Renews an invitation with another link and another full term; the caller mails it. The old link stops working. */
export async function resendInvitation(
  tx: Transaction,
  of: InvitationsOf,
  ask: { readonly id: string; readonly siteUrl: string; readonly invitedBy: PersonId },
): Promise<Outcome<InvitationLink & { readonly invitation: Invitation }, InvitationRefusal>> {
  const found = await lockUnanswered(tx, of, ask.id);
  if (!found.ok) return found;
  const invitation = found.value;
  const link = await invite(tx, {
    ...invitation.into,
    email: invitation.email,
    name: invitation.name,
    leadsTo: invitation.leadsTo,
    invitedBy: ask.invitedBy,
    siteUrl: ask.siteUrl,
  });
  return done({ ...link, invitation });
}

async function lockUnanswered(
  tx: Transaction,
  of: InvitationsOf,
  id: string,
): Promise<Outcome<Invitation, InvitationRefusal>> {
  const invitation = await lockInvitationOf(tx, of, id);
  if (!invitation) return refused({ code: 'invitation-not-found' });
  return invitation.ending ? refused({ code: 'invitation-answered' }) : done(invitation);
}

export interface ShownInvitation {
  readonly invitation: Invitation;
  readonly state: InvitationState;
  readonly names: InvitationNames;
}

/** The invitation behind a link, for whoever holds the link. */
export async function findInvitation(app: Database, token: string): Promise<ShownInvitation | undefined> {
  return actingAs(app, { as: 'system' }, async (tx) => {
    const invitation = await findInvitationByToken(tx, tokenHash(token));
    if (!invitation) return undefined;
    const names = await findInvitationNames(tx, invitation.id);
    return { invitation, state: invitationState(invitation, new Date()), names };
  });
}

export type AcceptRefusal = {
  readonly code:
    | 'invitation-not-found'
    | 'invitation-accepted'
    | 'invitation-expired'
    | 'invitation-revoked'
    | 'invitation-for-another'
    | 'role-taken';
};

export interface Accepted {
  readonly leadsTo: string;
  /** False when the same person had accepted it before: nothing was changed. */
  readonly isNew: boolean;
}

/**
 * Makes the person a member of the place they were invited into. The address of the invitation must be theirs,
 * proven by their session. Accepting again, by the same person, changes nothing.
 */
export async function acceptInvitation(
  app: Database,
  id: string,
  person: { readonly id: PersonId; readonly email: string },
): Promise<Outcome<Accepted, AcceptRefusal>> {
  return actingAs(app, { as: 'system' }, async (tx) => {
    const invitation = await lockInvitation(tx, id);
    if (!invitation) return refused({ code: 'invitation-not-found' });
    if (invitation.email !== person.email) return refused({ code: 'invitation-for-another' });
    if (isAcceptedBy(invitation, person.id)) return done({ leadsTo: invitation.leadsTo, isNew: false });
    const state = invitationState(invitation, new Date());
    if (state !== 'open') return refused({ code: `invitation-${state}` });
    const joined = await joinPlace(tx, invitation.into, person.id);
    if (!joined.ok) return joined;
    await markAccepted(tx, id, person.id);
    await switchActing(tx, actingIn(invitation.into, person.id), () =>
      recordAudit(tx, chainOf(invitation.into), {
        action: 'invitation-accepted',
        subject: { kind: 'invitation', id },
        details: { place: invitation.into.place, role: invitation.into.role },
      }),
    );
    return done({ leadsTo: invitation.leadsTo, isNew: true });
  });
}

/** True for the person who has accepted it already: a second click of theirs goes where the first went. */
export function isAcceptedBy(invitation: Invitation, person: PersonId): boolean {
  return invitation.ending?.how === 'accepted' && invitation.ending.by === person;
}

function chainOf(into: InvitationInto): AuditChain {
  switch (into.place) {
    case 'agency':
      return { agency: into.agency };
    case 'partner':
      return into.agency ? { agency: into.agency, partner: into.partner } : { partner: into.partner };
    case 'campaign':
      return 'campaign';
  }
}

function actingIn(into: InvitationInto, person: PersonId): Acting {
  switch (into.place) {
    case 'agency':
      return { as: 'agency', agency: into.agency, person };
    case 'partner':
      return { as: 'partner', partner: into.partner, person };
    case 'campaign':
      return { as: 'campaign', person };
  }
}
