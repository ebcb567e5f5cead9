import type { Brand } from '../brand.ts';
import type { AgencyId, PartnerId, PersonId } from '../database/acting.ts';
import type { AgencyRole, CampaignRole } from './viewer.ts';

export type InvitationId = Brand<'InvitationId'>;

/** Into what somebody is invited. A partner's representative may be invited by an agency, which is then named too. */
export type InvitationInto =
  | { readonly place: 'agency'; readonly agency: AgencyId; readonly role: AgencyRole }
  | {
      readonly place: 'partner';
      readonly partner: PartnerId;
      readonly agency?: AgencyId | undefined;
      readonly role: 'representative';
    }
  | { readonly place: 'campaign'; readonly role: CampaignRole };

export interface Invitation {
  readonly id: string;
  readonly email: string;
  /** What the inviter calls the person: offered to them when they have no name here yet. */
  readonly name: string | undefined;
  readonly into: InvitationInto;
  /** The path the person comes to after accepting. */
  readonly leadsTo: string;
  readonly invitedBy: PersonId | undefined;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly ending: InvitationEnding | undefined;
}

/** An open invitation as the person it waits for sees it: who invites them into what, and until when. */
export interface WaitingInvitation {
  readonly id: string;
  readonly into: InvitedRole;
  readonly names: InvitationNames;
  readonly expiresAt: Date;
}

/** What an invitation is called by: the place and the role in it. */
export type InvitedRole =
  | { readonly place: 'agency'; readonly role: AgencyRole }
  | { readonly place: 'partner'; readonly role: 'representative' }
  | { readonly place: 'campaign'; readonly role: CampaignRole };

/** The names that an invitation's page, mail and card show. */
export interface InvitationNames {
  readonly agencyName: string | undefined;
  readonly partnerName: string | undefined;
  readonly inviterName: string | undefined;
}

export type InvitationEnding =
  | { readonly how: 'accepted'; readonly at: Date; readonly by: PersonId }
  | { readonly how: 'revoked'; readonly at: Date };

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired';

/** What can still be done with an invitation. Only an open one can be accepted. */
export function invitationState(
  invitation: Pick<Invitation, 'ending' | 'expiresAt'>,
  now: Date,
): InvitationState {
  if (invitation.ending) return invitation.ending.how;
  return invitation.expiresAt.getTime() <= now.getTime() ? 'expired' : 'open';
}

/** How long an invitation stays open unless the caller says otherwise. */
export const invitationDays = 14;
