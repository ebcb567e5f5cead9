import type { PartnerId } from '../database/acting.ts';

/** What a partner is. The campaign names no list: these are the kinds that agencies work with. */
export const partnerKinds = [
  'community-mental-health-center',
  'crisis-service',
  'hospital',
  'substance-use-provider',
  'peer-organization',
  'advocacy-organization',
  'disability-organization',
  'social-service',
  'veterans-service',
  'public-health-department',
  'other',
] as const;

export type PartnerKind = (typeof partnerKinds)[number];

export interface OrganizationFacts {
  readonly name: string;
  readonly kinds: readonly PartnerKind[];
  /** The places it serves, in its own words. */
  readonly placesServed: string;
  readonly website: string | undefined;
}

export interface PartnerOrganization extends OrganizationFacts {
  readonly id: PartnerId;
  /** Whether its own people have taken its record over. Only an unclaimed one is given a representative by an agency. */
  readonly isClaimed: boolean;
}

/** One of the same name is here already. */
export type OrganizationKnown = {
  readonly code: 'organization-known';
  readonly known: PartnerOrganization;
};
