import type { AgencyId, Transaction } from '../database/acting.ts';
import { standingOfSubmission } from './sample-standing-actions.ts';
import { isProofTaken } from './show-proof-actions.ts';
import { findLatestSampled } from './snapshot-store.ts';

/** For how many sampled records the reviewers wait for proof. Acts for the agency. */
export async function countWantedProofs(tx: Transaction, agency: AgencyId): Promise<number> {
  const submission = await findLatestSampled(tx, agency);
  if (!submission || !isProofTaken(submission.state)) return 0;
  const standing = await standingOfSubmission(tx, submission);
  if (standing.is !== 'open') return 0;
  return standing.wanted - standing.shown - standing.accepted - standing.failed;
}
