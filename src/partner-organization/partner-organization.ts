import type { AgencyId, PartnerId } from '../database/acting.ts';

/** What a partner is. The campaign names no list: these are the kinds that agencies work with. */
export const partnerKinds = [
  'community-mental-health-center',
  'crisis-service',
  'hospital',
  'peer-organization',
  'disability-service',
  'substance-use-service',
  'court-program',
  'homeless-service',
  'university',
  'veterans-service',
  'public-health-department',
  'other',
] as const;

export type PartnerKind = (typeof partnerKinds)[number];

export interface OrganizationFacts {
  readonly name: string;
  readonly kinds: readonly PartnerKind[];
  /** Each place by itself: "Elm County, Texas". */
  readonly placesServed: readonly string[];
  readonly website?: string | undefined;
  /** The general contact, for every agency that may find the organization. */
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

export interface PartnerOrganization extends OrganizationFacts {
  readonly id: PartnerId;
  /** Whether its own people have taken its record over. Only an unclaimed one is given a representative by an agency. */
  readonly isClaimed: boolean;
  readonly proposedBy: AgencyId | undefined;
  /** Set on a record that the campaign merged into another. */
  readonly mergedInto: PartnerId | undefined;
  /** Counts every change of its profile. */
  readonly revision: number;
  readonly addedAt: Date;
}

/** Records that look like the one to be added. */
export type OrganizationKnown = {
  readonly code: 'organization-known';
  readonly known: readonly PartnerOrganization[];
};

/** Somebody else saved the record meanwhile: what it says now has to be seen first. */
export type OrganizationChanged = {
  readonly code: 'organization-changed';
  readonly now: PartnerOrganization;
};

export type OrganizationNotFound = { readonly code: 'organization-not-found' };
