import type { AgencyId, PartnerId } from '../database/acting.ts';
import type { PartnershipId, PartnershipStateName } from '../partnership/partnership.ts';
import type { PartnerKind } from './partner-organization.ts';

/** One row of the campaign's list. */
export interface OrganizationRecord {
  readonly id: PartnerId;
  readonly name: string;
  readonly kinds: readonly PartnerKind[];
  readonly placesServed: readonly string[];
  /** How many people speak for it. */
  readonly representatives: number;
  /** With how many agencies it has a live partnership. */
  readonly agencies: number;
  /** Records that look like it, and whether somebody asked to join it with one of them. */
  readonly alike: number;
  readonly isMergeAsked: boolean;
  readonly addedAt: Date;
}

/** A partnership as the campaign sees it here: with whom and how far, and no word of what was agreed. */
export interface RecordPartnership {
  readonly id: PartnershipId;
  readonly agency: { readonly id: AgencyId; readonly name: string; readonly region: string };
  readonly state: PartnershipStateName;
  readonly since: Date;
}

/** Another record that may be the same organization. */
export interface AlikeRecord {
  readonly id: PartnerId;
  readonly name: string;
  readonly placesServed: readonly string[];
  /** Of the names, in whole percent. */
  readonly likeness: number;
  readonly isSameSite: boolean;
  /** Somebody who speaks for both asked to join them. */
  readonly isAsked: boolean;
  /** An agency that was shown the one record added the other. */
  readonly isToldApart: boolean;
}
