import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PartnerId, Transaction } from '../database/acting.ts';
import { listWaiting } from '../partnership/partnership-actions.ts';
import { byUrgency, type WaitingThing } from './waiting-thing.ts';

/**
 * What one slice knows to wait for the partner, across all its agencies: a constant number of queries, in a transaction
 * that acts for the partner. `today` is the earliest day at any agency: nothing is called late too soon.
 */
export type WaitingProvider = (
  tx: Transaction,
  partner: PartnerId,
  today: CalendarDate,
) => Promise<readonly WaitingThing[]>;

/** A slice with something for partners to do adds its line here. */
const providers: readonly WaitingProvider[] = [agreementsToAnswer];

/** Everything that waits for the partner's people, the most urgent first. */
export async function waitingForPartner(
  tx: Transaction,
  partner: PartnerId,
  today: CalendarDate,
): Promise<readonly WaitingThing[]> {
  const things: WaitingThing[] = [];
  for (const provider of providers) things.push(...(await provider(tx, partner, today)));
  return byUrgency(things);
}

async function agreementsToAnswer(tx: Transaction, partner: PartnerId): Promise<readonly WaitingThing[]> {
  const waiting = await listWaiting(tx, partner);
  return waiting.map(({ agency, id }) => ({
    kind: 'agreement',
    agency: agency.name,
    href: `/partner/${partner}/partnerships/${id}`,
  }));
}
