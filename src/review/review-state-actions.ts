import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ReviewProgress } from './submission.ts';
import { findLatestRound } from './submission-store.ts';

/** How far the newest round under this pledge is; undefined when nothing was sent in, or all was taken back. */
export async function reviewProgress(
  tx: Transaction,
  agency: AgencyId,
  pledge: string,
): Promise<ReviewProgress | undefined> {
  const latest = await findLatestRound(tx, agency, pledge);
  return latest?.state === 'taken-back' ? undefined : latest;
}
