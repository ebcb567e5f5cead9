import type { Agency } from '../agency/agency.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { Appeal } from '../review/appeal.ts';
import type { FrozenSubmission, SubmissionId } from '../review/submission.ts';
import type { SnapshotDocument } from '../snapshot/snapshot.ts';
import type { CaseProof } from './case-proof.ts';
import type { ReviewMessage } from './review-message.ts';
import { safeFileName } from './safe-file-name.ts';

/** All that an agency may have of its case: what it sent, what was decided and why, what was said to it and by it. */
export interface CaseFile {
  readonly agency: Pick<Agency, 'name' | 'slug' | 'timeZone'>;
  readonly caseId: SubmissionId;
  /** The oldest first. */
  readonly rounds: readonly FrozenSubmission[];
  readonly appeals: readonly Appeal[];
  readonly messages: readonly ReviewMessage[];
  /** Every document of every round once, by its content. */
  readonly documents: readonly CaseFileDocument[];
  /** What it showed for the sampled records, by round and record. */
  readonly proofs: readonly CaseProof[];
}

export interface CaseFileDocument {
  readonly document: SnapshotDocument;
  /** The rounds that rest on it. */
  readonly rounds: readonly number[];
  /** Where it lies in the archive; undefined when the agency has removed it since. */
  readonly path: string | undefined;
}

/** What each round rests on, joined by content; `kept` are the files that are still there. */
export function documentsOfCase(
  rounds: readonly { readonly round: number; readonly documents: readonly SnapshotDocument[] }[],
  kept: ReadonlySet<StoredFileId>,
): readonly CaseFileDocument[] {
  const found = new Map<string, CaseFileDocument>();
  for (const { round, documents } of rounds) {
    for (const document of documents) {
      const known = found.get(document.sha256);
      const path = known?.path ?? (kept.has(document.file) ? pathOf(document) : undefined);
      found.set(document.sha256, {
        document: known?.document ?? document,
        rounds: [...new Set([...(known?.rounds ?? []), round])],
        path,
      });
    }
  }
  return [...found.values()];
}

/** The hash keeps two files of one name apart. */
function pathOf({ sha256, fileName }: SnapshotDocument): string {
  return `documents/${sha256.slice(0, 16)}-${safeFileName(fileName)}`;
}
