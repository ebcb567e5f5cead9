import type { PersonId } from '../database/acting.ts';
import type { Partnership, Side } from '../partnership/partnership.ts';

/** An act of either side in what both do together: who does it, when, and what its mails name. */
export interface JointAct {
  readonly side: Side;
  readonly partnership: Partnership;
  readonly person: PersonId;
  readonly personName: string;
  readonly now: Date;
  /** `config.siteUrl`. */
  readonly siteUrl: string;
  /** The campaign's name, under every mail. */
  readonly campaign: string;
}
