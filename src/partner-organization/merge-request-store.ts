import { sql } from 'kysely';
import type { PartnerId, Transaction } from '../database/acting.ts';

/** Asks the campaign to join the acting record with another; false when the person does not speak for both. */
export async function insertMergeRequest(tx: Transaction, other: PartnerId): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`select ask_partner_merge(${other}::uuid) as asked`.execute(
    tx,
  );
  return rows[0]?.asked ?? false;
}

export interface MergeRequest {
  readonly other: PartnerId;
  readonly isSettled: boolean;
}

/** What the acting person asked about the acting record. */
export async function listMergeRequests(tx: Transaction): Promise<readonly MergeRequest[]> {
  const { rows } = await sql<{
    other_id: PartnerId;
    is_settled: boolean;
  }>`select other_id, is_settled from asked_merges_of_acting_partner()`.execute(tx);
  return rows.map((row) => ({ other: row.other_id, isSettled: row.is_settled }));
}
