import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { InvitationInto } from './invitation.ts';
import {
  endAgencyMembershipRow,
  endCampaignMembershipRow,
  hasAgencyMembershipRow,
  hasCampaignMembershipRow,
  insertAgencyMembership,
  insertCampaignMembership,
  insertPartnerMembership,
  lockAdministrators,
  selectAgencyMembers,
  selectCampaignMembers,
} from './member-store.ts';
import type { AgencyMember, CampaignMember } from './membership.ts';
import type { AgencyRole, CampaignRole } from './viewer.ts';

export type RoleTaken = { readonly code: 'role-taken' };
export type MembershipNotFound =
  | { readonly code: 'membership-not-found' }
  /** Somebody else ended it a moment before. */
  | { readonly code: 'membership-ended' };

/** Why a role ends: somebody ends it, it was handed over, or a role that includes it took its place. */
export type EndedBecause =
  | { readonly is: 'ended' }
  | { readonly is: 'handed-over' }
  | { readonly is: 'replaced'; readonly by: AgencyRole };

/** Everybody who holds a role at the agency now, with name and address. The transaction acts for the agency or above. */
export function listAgencyMembers(tx: Transaction, agency: AgencyId): Promise<readonly AgencyMember[]> {
  return selectAgencyMembers(tx, agency);
}

export function listCampaignMembers(tx: Transaction): Promise<readonly CampaignMember[]> {
  return selectCampaignMembers(tx);
}

/**
 * Gives a person a role at an agency and records it. `granted` is false when they hold it already. Refused when
 * the role is held by one person at a time and somebody else holds it: end theirs first, in the same transaction.
 */
export async function grantAgencyRole(
  tx: Transaction,
  grant: { readonly agency: AgencyId; readonly person: PersonId; readonly role: AgencyRole },
): Promise<Outcome<{ readonly granted: boolean }, RoleTaken>> {
  const outcome = await insertAgencyMembership(tx, grant);
  if (outcome === 'taken') return refused({ code: 'role-taken' });
  if (outcome === 'held') return done({ granted: false });
  await recordAudit(
    tx,
    { agency: grant.agency },
    {
      action: 'agency-role-granted',
      subject: { kind: 'person', id: grant.person },
      details: { role: grant.role },
    },
  );
  return done({ granted: true });
}

/** Whether this was a role at the agency, though it may have ended. */
export function isPastMembership(tx: Transaction, agency: AgencyId, membership: string): Promise<boolean> {
  return hasAgencyMembershipRow(tx, agency, membership);
}

/** Ends a role at an agency and records it. Whether this role may end this way is the caller's rule. */
export async function endAgencyMembership(
  tx: Transaction,
  agency: AgencyId,
  membership: string,
  because: EndedBecause = { is: 'ended' },
): Promise<Outcome<{ readonly person: PersonId; readonly role: AgencyRole }, MembershipNotFound>> {
  const ended = await endAgencyMembershipRow(tx, agency, membership);
  if (!ended) {
    const isKnown = await hasAgencyMembershipRow(tx, agency, membership);
    return refused({ code: isKnown ? 'membership-ended' : 'membership-not-found' });
  }
  await recordAudit(
    tx,
    { agency },
    {
      action: endedActions[because.is],
      subject: { kind: 'person', id: ended.person },
      details: { role: ended.role, ...(because.is === 'replaced' ? { by: because.by } : {}) },
    },
  );
  return done(ended);
}

const endedActions = {
  ended: 'agency-role-ended',
  'handed-over': 'agency-role-handed-over',
  replaced: 'agency-role-replaced',
} as const satisfies Record<EndedBecause['is'], string>;

export async function grantCampaignRole(
  tx: Transaction,
  grant: { readonly person: PersonId; readonly role: CampaignRole },
): Promise<{ readonly granted: boolean }> {
  const granted = await insertCampaignMembership(tx, grant);
  if (granted) {
    await recordAudit(tx, 'campaign', {
      action: 'campaign-role-granted',
      subject: { kind: 'person', id: grant.person },
      details: { role: grant.role },
    });
  }
  return { granted };
}

/** Ends a campaign role and records it. The last administrator stays: nobody could let the next one in. */
export async function endCampaignMembership(
  tx: Transaction,
  membership: string,
): Promise<
  Outcome<
    { readonly person: PersonId; readonly role: CampaignRole },
    MembershipNotFound | { readonly code: 'last-administrator' }
  >
> {
  const administrators = await lockAdministrators(tx);
  if (administrators.length === 1 && administrators[0] === membership) {
    return refused({ code: 'last-administrator' });
  }
  const ended = await endCampaignMembershipRow(tx, membership);
  if (!ended) {
    const isKnown = await hasCampaignMembershipRow(tx, membership);
    return refused({ code: isKnown ? 'membership-ended' : 'membership-not-found' });
  }
  await recordAudit(tx, 'campaign', {
    action: 'campaign-role-ended',
    subject: { kind: 'person', id: ended.person },
    details: { role: ended.role },
  });
  return done(ended);
}

/** Makes a person a member of what an invitation is into. The acceptance is what gets recorded, by the caller. */
export async function joinPlace(
  tx: Transaction,
  into: InvitationInto,
  person: PersonId,
): Promise<Outcome<undefined, RoleTaken>> {
  switch (into.place) {
    case 'agency': {
      const outcome = await insertAgencyMembership(tx, { agency: into.agency, person, role: into.role });
      return outcome === 'taken' ? refused({ code: 'role-taken' }) : done(undefined);
    }
    case 'partner':
      await insertPartnerMembership(tx, { partner: into.partner, person });
      return done(undefined);
    case 'campaign':
      await insertCampaignMembership(tx, { person, role: into.role });
      return done(undefined);
  }
}
