import { agencyById } from '../agency/agency-actions.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { listAppeals } from '../review/appeal-actions.ts';
import { findFrozenReview, listReviews } from '../review/review-file-actions.ts';
import { type FrozenSubmission, roundsOfCase, type SubmissionId } from '../review/submission.ts';
import { thaw } from '../snapshot/snapshot.ts';
import { listKeptFiles } from './case-document-store.ts';
import { type CaseFile, documentsOfCase } from './case-file.ts';
import { proofsOfCase } from './case-proof.ts';
import { listShownProofs } from './case-proof-store.ts';
import { listMessages } from './message-store.ts';

/** Undefined when the agency has no such case. The transaction acts for the agency, and sees nothing internal. */
export async function caseFile(
  tx: Transaction,
  agency: AgencyId,
  caseId: SubmissionId,
): Promise<CaseFile | undefined> {
  const rounds = await frozenRounds(tx, agency, caseId);
  if (rounds.length === 0) return undefined;
  const resting = rounds.map(({ round, snapshotText }) => ({
    round,
    documents: thaw(snapshotText).documents,
  }));
  const files = resting.flatMap(({ documents }) => documents.map(({ file }) => file));
  const kept = await listKeptFiles(tx, agency, files);
  const { name, slug, timeZone } = await agencyById(tx, agency);
  const appeals = await listAppeals(tx, agency);
  const ids = rounds.map(({ id }) => id);
  return {
    agency: { name, slug, timeZone },
    caseId,
    rounds,
    appeals: appeals.filter((appeal) => rounds.some(({ id }) => id === appeal.submission)),
    messages: await listMessages(tx, { agency, caseId }, 'shared'),
    documents: documentsOfCase(resting, new Set(kept.keys())),
    proofs: proofsOfCase(rounds, await listShownProofs(tx, agency, ids)),
  };
}

async function frozenRounds(
  tx: Transaction,
  agency: AgencyId,
  caseId: SubmissionId,
): Promise<readonly FrozenSubmission[]> {
  const all = roundsOfCase(caseId, await listReviews(tx, agency));
  const frozen: FrozenSubmission[] = [];
  for (const { id } of all.toReversed()) {
    const round = await findFrozenReview(tx, id);
    if (round) frozen.push(round);
  }
  return frozen;
}
