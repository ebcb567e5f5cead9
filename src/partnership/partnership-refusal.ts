import type { PartnershipStateName } from './partnership.ts';

export type PartnershipNotFound = { readonly code: 'partnership-not-found' };

/** Somebody changed or answered it since the page was shown: what it says now has to be read first. */
export type PartnershipChanged = { readonly code: 'partnership-changed' };

/** It is not in a state in which this can be done. */
export type PartnershipElsewhere = {
  readonly code: 'partnership-elsewhere';
  readonly state: PartnershipStateName;
};

/** Nothing of the other side waits for an answer: it was answered, taken back or replaced. */
export type NothingWaits = { readonly code: 'nothing-waits' };

export type StaleAnswer = PartnershipNotFound | PartnershipChanged | PartnershipElsewhere;

/** Nobody speaks for the organization yet, so an address to ask is needed. */
export type RepresentativeMissing = { readonly code: 'representative-missing' };

/** The address is that of somebody at the agency: nobody confirms to themselves. */
export type RepresentativeOwn = { readonly code: 'representative-own-colleague' };

export type RepresentativeRefusal = RepresentativeMissing | RepresentativeOwn;

export type ProposalRefusal =
  | { readonly code: 'organization-not-found' }
  | { readonly code: 'partnership-live' }
  | RepresentativeRefusal;

export type RevisionRefusal = StaleAnswer | NothingWaits | RepresentativeRefusal;

/** A person of the agency may not answer for its partner, nor anybody what they proposed for the other side. */
export type OwnAgency = { readonly code: 'own-agency'; readonly hasProposed?: true };

export type AnswerRefusal = StaleAnswer | NothingWaits | OwnAgency;
