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

/** Why nothing can be done now, whatever it is. */
export type NoJointAct =
  | { readonly code: 'partnership-not-shared' }
  /** Who works at the agency does nothing for its partner: one person does not speak for both sides. */
  | { readonly code: 'own-agency' };
