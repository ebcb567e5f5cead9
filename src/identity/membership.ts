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

export const campaignRoles = [
  'reviewer',
  'editor',
  'assistance-lead',
  'administrator',
] as const satisfies readonly CampaignRole[];
