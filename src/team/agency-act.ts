import type { AgencyId, PersonId } from '../database/acting.ts';

/** An act within an agency's affairs: who does it, when, and what its mails name. */
export interface AgencyAct {
  readonly agency: AgencyId;
  readonly person: PersonId;
  /** How mails name the person: "Dana Birch". */
  readonly personName: string;
  readonly now: Date;
  /** `config.siteUrl`. */
  readonly siteUrl: string;
  /** The campaign's name, under every mail. */
  readonly campaign: string;
}
