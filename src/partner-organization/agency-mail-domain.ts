import type { PartnershipId } from '../partnership/partnership.ts';

/**
 * A partnership for which somebody speaks, or is asked to, whose address is at the agency's own mail domain. That is
 * honest where a county's departments share one; so it is shown to the agency and to reviewers, and refused to nobody.
 */
export interface PartnerAtAgencyDomain {
  readonly partnership: PartnershipId;
  readonly partner: string;
  /** False while the agency's proposal waits for them. */
  readonly hasConfirmed: boolean;
}
