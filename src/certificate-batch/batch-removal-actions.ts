import { actingAs } from '../database/acting.ts';
import { releaseContent } from '../files/file-actions.ts';
import { isLive } from '../jobs/job.ts';
import { findLatestJob } from '../jobs/job-actions.ts';
import type { JobDeps } from '../jobs/job-work.ts';
import { type CertificateBatch, keptSince } from './certificate-batch.ts';
import {
  deleteParts,
  listBatchesMadeBefore,
  listParts,
  lockBatch,
  updateFilesRemoved,
} from './certificate-batch-store.ts';

/** The rest comes with the next look. */
const batchesAtOnce = 50;

type RemovalDeps = Pick<JobDeps, 'config' | 'db' | 'files' | 'now'>;

/**
 * Removes the files of batches that were kept as long as the campaign says; the batch stays, with who asked for what. Run
 * often: each look takes some, and takes up what an earlier one left. Answers for how many batches.
 */
export async function removeOldBatchFiles(deps: RemovalDeps): Promise<number> {
  const before = keptSince(deps.now(), deps.config.batchKeptDays);
  const old = await actingAs(deps.db.app, { as: 'system' }, (tx) =>
    listBatchesMadeBefore(tx, before, batchesAtOnce),
  );
  let removed = 0;
  for (const batch of old) if (await removeFiles(deps, batch)) removed += 1;
  return removed;
}

/** Answers false for a batch that is being worked on. */
async function removeFiles(deps: RemovalDeps, { id, jobAgency }: CertificateBatch): Promise<boolean> {
  const asSystem = { as: 'system' } as const;
  const parts = await actingAs(deps.db.app, asSystem, async (tx) => {
    const batch = await lockBatch(tx, id);
    const job = await findLatestJob(tx, jobAgency, id);
    if (!batch || (job && isLive(job))) return undefined;
    if (!batch.filesRemovedAt) await updateFilesRemoved(tx, id, deps.now());
    return listParts(tx, id);
  });
  if (!parts) return false;
  for (const { sha256 } of parts) await releaseContent(deps, sha256);
  // Only now nobody needs to know any more what lay there.
  await actingAs(deps.db.app, asSystem, (tx) => deleteParts(tx, id));
  return true;
}
