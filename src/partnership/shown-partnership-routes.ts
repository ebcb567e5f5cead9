import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { type Acting, type AgencyId, actingAs, type PartnerId } from '../database/acting.ts';
import type { Deps } from '../http/environment.ts';
import { NotFound } from '../http/refused-request.ts';
import { findPartnership } from './partnership-actions.ts';
import { type PartnershipOnDay, partnershipOn } from './partnership-on-day.ts';

const uuid = z.uuid();

export function isId(text: string): boolean {
  return uuid.safeParse(text).success;
}

/** The partnership that an address names, as it stands today, if it is one of this side's; to everybody else it does not exist. */
export async function partnershipAt(
  deps: Deps,
  acting: Acting,
  of: { readonly agency: AgencyId } | { readonly partner: PartnerId },
  id: string,
): Promise<PartnershipOnDay> {
  const partnership = isId(id)
    ? await actingAs(deps.db.app, acting, (tx) => findPartnership(tx, of, id))
    : undefined;
  if (!partnership) throw new NotFound();
  return partnershipOn(partnership, dayIn(partnership.agency.timeZone, deps.now()));
}
