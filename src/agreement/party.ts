import type { AgencyId, PartnerId } from '../database/acting.ts';
import type { PartnerAct } from '../partnership/partner-act.ts';
import type { AgencyAct } from '../team/agency-act.ts';

/** One of the two sides of an agreement, doing something. */
export type Party =
  | { readonly side: 'agency'; readonly act: AgencyAct }
  | { readonly side: 'partner'; readonly act: PartnerAct };

/** Whose partnerships the party sees. */
export function partnershipsOf(
  party: Party,
): { readonly agency: AgencyId } | { readonly partner: PartnerId } {
  return party.side === 'agency' ? { agency: party.act.agency } : { partner: party.act.partner };
}

/** A person's name and role, as typed with a proposal or an answer. */
export interface Signer {
  readonly name: string;
  readonly title: string;
}

/** What the two sides are called. */
export interface SideNames {
  readonly agency: string;
  readonly partner: string;
}
