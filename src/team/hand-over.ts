import type { Brand } from '../brand.ts';
import type { AgencyId, PersonId } from '../database/acting.ts';
import type { AgencyRole } from '../identity/viewer.ts';

export type HandOverId = Brand<'HandOverId'>;

/** The roles one person holds at a time: they are passed on, never shared. */
export type PassedRole = Extract<AgencyRole, 'coordinator' | 'executive'>;

export const passedRoles: readonly PassedRole[] = ['coordinator', 'executive'];

/** A role on its way to somebody: it moves when that person accepts, and the present holder stays until then. */
export interface HandOver {
  readonly agency: AgencyId;
  readonly id: HandOverId;
  readonly role: PassedRole;
  /** In lower case. */
  readonly email: string;
  readonly offeredBy: PersonId;
  readonly offeredAs: 'agency' | 'campaign';
  readonly reason: string;
  readonly offeredAt: Date;
  readonly state: 'offered' | 'accepted' | 'declined' | 'cancelled';
}

/** Who passes a role on: a member of the agency by their roles there, or the campaign's administrator. */
export type HandOverGiver = { readonly roles: readonly AgencyRole[] } | 'administrator';

/**
 * Whether the giver may pass the role on. Holders pass on their own; the executive also the coordinator's, when the
 * coordinator has left; the campaign's administrator both. A coordinator never names the executive.
 */
export function mayPassOn(role: PassedRole, giver: HandOverGiver): boolean {
  if (giver === 'administrator') return true;
  return giver.roles.includes('executive') || (role === 'coordinator' && giver.roles.includes('coordinator'));
}

/** The roles this giver may pass on. */
export function rolesToPassOn(giver: HandOverGiver): readonly PassedRole[] {
  return passedRoles.filter((role) => mayPassOn(role, giver));
}

/** Whether somebody may end a member's role at once. Nobody ends their own, so that no agency is left by mistake. */
export function mayEndRole(role: AgencyRole, giver: HandOverGiver, isOwn: boolean): boolean {
  if (isOwn) return false;
  if (giver === 'administrator' || giver.roles.includes('executive')) return true;
  return giver.roles.includes('coordinator') && (role === 'training-officer' || role === 'staff');
}
