import type { PersonId } from '../database/acting.ts';

/** Somebody who speaks for an organization, from accepting an invitation until it is ended. */
export interface Representative {
  /** Of the membership. */
  readonly id: string;
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly since: Date;
}

export type RepresentativeNotFound = { readonly code: 'representative-not-found' };

/** Nobody would speak for the organization any more, and that was not said. */
export type LastRepresentative = { readonly code: 'last-representative' };

/** This representative is the only one there is. */
export function isLast(representatives: readonly Representative[], membership: string): boolean {
  return representatives.length === 1 && representatives[0]?.id === membership;
}
