import type { AgencyId, Transaction } from '../database/acting.ts';
import type { SubmissionState } from './submission.ts';
import { findLatestState } from './submission-store.ts';

/** How far the newest round under this pledge is; undefined when nothing was sent in, or all was taken back. */
export async function reviewState(
  tx: Transaction,
  agency: AgencyId,
  pledge: string,
): Promise<SubmissionState | undefined> {
  const state = await findLatestState(tx, agency, pledge);
  return state === 'taken-back' ? undefined : state;
}
