import { z } from 'zod';
import { type Acting, type AgencyId, actingAs, type PartnerId } from '../database/acting.ts';
import type { Deps } from '../http/environment.ts';
import { NotFound } from '../http/refused-request.ts';
import type { Partnership } from './partnership.ts';
import { findPartnership } from './partnership-actions.ts';

const uuid = z.uuid();

export function isId(text: string): boolean {
  return uuid.safeParse(text).success;
}

/** The partnership that an address names, if it is one of this side's; to everybody else it does not exist. */
export async function partnershipAt(
  deps: Deps,
  acting: Acting,
  of: { readonly agency: AgencyId } | { readonly partner: PartnerId },
  id: string,
): Promise<Partnership> {
  const partnership = isId(id)
    ? await actingAs(deps.db.app, acting, (tx) => findPartnership(tx, of, id))
    : undefined;
  if (!partnership) throw new NotFound();
  return partnership;
}
