import type { Brand } from '../brand.ts';
import type { AgencyId } from '../database/acting.ts';

export type ReviewTieId = Brand<'ReviewTieId'>;

/** Letters of what somebody says about a tie. */
export const longestTie = 500;

/**
 * What keeps a person from reviewing an agency: a role there, or at one of its partners, now or before; an address at the
 * same mail host as somebody of either; what they declared themselves.
 */
export type ReviewTie = 'agency' | 'partner' | 'mail-host' | 'declared';

/** A tie that somebody declared. */
export interface DeclaredTie {
  readonly id: ReviewTieId;
  readonly agency: AgencyId;
  readonly agencyName: string;
  readonly about: string;
  readonly declaredAt: Date;
  readonly endedAt: Date | undefined;
}

export type TieRefusal =
  | { readonly code: 'tie-agency-unknown' }
  | { readonly code: 'tie-declared-already' }
  | { readonly code: 'tie-not-found' };
