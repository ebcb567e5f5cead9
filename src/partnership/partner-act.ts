import type { PartnerId, PersonId } from '../database/acting.ts';

/** An act of a partner's representative: who does it, when, and what its mails name. */
export interface PartnerAct {
  readonly partner: PartnerId;
  readonly person: PersonId;
  readonly now: Date;
  /** `config.siteUrl`. */
  readonly siteUrl: string;
  /** The campaign's name, under every mail. */
  readonly campaign: string;
}
