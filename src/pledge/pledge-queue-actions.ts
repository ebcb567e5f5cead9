import type { Transaction } from '../database/acting.ts';
import type { PledgeLine, PledgeQuery } from './pledge-queue.ts';
import { countWaiting, listPledges } from './pledge-queue-store.ts';

/** One page of the campaign's queue of pledges. */
export function pledgeQueue(
  tx: Transaction,
  query: PledgeQuery,
): Promise<{ readonly lines: readonly PledgeLine[]; readonly total: number }> {
  return listPledges(tx, query);
}

/** How many pledges wait for the campaign. */
export function countWaitingPledges(tx: Transaction): Promise<number> {
  return countWaiting(tx);
}
