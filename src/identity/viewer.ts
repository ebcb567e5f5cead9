import type { AgencyId, PartnerId, PersonId } from '../database/acting.ts';

export type AgencyRole = 'coordinator' | 'executive' | 'training-officer' | 'staff';
export type CampaignRole = 'reviewer' | 'editor' | 'assistance-lead' | 'administrator';

/** An agency that the viewer belongs to, with every role held there. */
export interface AgencyPlace {
  readonly id: AgencyId;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly roles: readonly AgencyRole[];
}

/** A partner organization that the viewer represents. */
export interface PartnerPlace {
  readonly id: PartnerId;
  readonly name: string;
}

/** The person who is signed in, and everything they may act for. */
export interface Viewer {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly session: string;
  readonly agencies: readonly AgencyPlace[];
  readonly partners: readonly PartnerPlace[];
  readonly campaignRoles: readonly CampaignRole[];
}
