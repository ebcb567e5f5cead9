import type { Agency } from '../agency/agency.ts';
import type { Acting } from '../database/acting.ts';
import type { AgencyPlace, CampaignRole } from '../identity/viewer.ts';
import type { AgencyAct } from './agency-act.ts';
import type { HandOverGiver } from './hand-over.ts';

/** From where an agency's people are looked after: its own workspace, or the campaign's desk. */
export type TeamDesk = {
  readonly agency: Pick<Agency, 'id' | 'slug' | 'name' | 'timeZone'>;
  readonly acting: Acting;
  readonly act: AgencyAct;
  /** As whom roles are passed on and ended. */
  readonly giver: HandOverGiver;
  /** The address of the page; everything done here lies beneath it. */
  readonly base: string;
  readonly mayManage: boolean;
} & (
  | { readonly from: 'workspace'; readonly place: AgencyPlace }
  | { readonly from: 'campaign'; readonly roles: readonly CampaignRole[]; readonly details: Agency }
);
