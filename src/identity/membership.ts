import type { PersonId } from '../database/acting.ts';
import type { AgencyRole, CampaignRole } from './viewer.ts';

/** A person's role somewhere, from its beginning until it is ended. */
export interface Membership<Role extends string> {
  readonly id: string;
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: Date;
}

export type AgencyMember = Membership<AgencyRole>;
export type CampaignMember = Membership<CampaignRole>;

/** Roles that one person at a time holds at an agency; they pass by hand-over, never by adding a second. */
export const singleRoles: readonly AgencyRole[] = ['coordinator', 'executive'];

/** Roles a coordinator gives and takes on the team page. */
export const teamRoles = ['training-officer', 'staff'] as const satisfies readonly AgencyRole[];
export type TeamRole = (typeof teamRoles)[number];

export function isTeamRole(role: AgencyRole): role is TeamRole {
  return teamRoles.some((teamRole) => teamRole === role);
}

export const campaignRoles = [
  'reviewer',
  'editor',
  'assistance-lead',
  'administrator',
] as const satisfies readonly CampaignRole[];
