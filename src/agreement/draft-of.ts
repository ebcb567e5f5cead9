import type { AgencyId, PartnerId } from '../database/acting.ts';
import type { Side } from '../partnership/partnership.ts';

/** Whose draft: what one side writes about the two. */
export interface DraftOf {
  readonly agency: AgencyId;
  readonly partner: PartnerId;
  readonly side: Side;
}
