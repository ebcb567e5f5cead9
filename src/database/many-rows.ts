import { sql } from 'kysely';
import type { Transaction } from './acting.ts';

/**
 * Runs statements that join many rows of one agency. Right after rows came in, the tables' statistics are still
 * those from before: the planner expects a row or two and would loop over all rows for each of them, which for
 * 120,000 records takes hours instead of a fraction of a second.
 */
export async function joiningManyRows<Result>(tx: Transaction, work: () => Promise<Result>): Promise<Result> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(tx);
  const result = await work();
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(tx);
  return result;
}
