import { type AgencyId, actingAs, type PersonId, type Transaction } from '../database/acting.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import type { StoredFile } from '../files/stored-file-store.ts';
import { isLive } from '../jobs/job.ts';
import { findLatestJob, postJob } from '../jobs/job-actions.ts';
import type { JobHandler, JobHandlers } from '../jobs/job-work.ts';
import { done, type Outcome } from '../outcome.ts';
import { isTextMediaType, type TextMediaType } from './document-task.ts';
import type { DocumentText, TextRefusal } from './document-text.ts';
import { findText, upsertText } from './document-text-store.ts';
import { readDocument } from './open-document.ts';

const kind = 'document-text';

type ReadableFile = Pick<StoredFile, 'id' | 'sha256' | 'mediaType'>;

/**
 * Asks that a document of the agency be read, unless that content was read before; tell `deps.jobPosted()` after the
 * commit. Answers false when there is nothing to do.
 */
export async function askForText(
  tx: Transaction,
  agency: AgencyId,
  file: ReadableFile,
  by: PersonId,
): Promise<boolean> {
  const { id, sha256, mediaType } = file;
  if (!isTextMediaType(mediaType) || (await findText(tx, agency, sha256))) return false;
  return postJob(tx, agency, { kind, subject: id, asked: { sha256, mediaType }, isLong: false }, by);
}

/** How far the reading of a document is. */
export type TextStanding =
  | { readonly is: 'read'; readonly text: DocumentText }
  | { readonly is: 'without-text'; readonly refusal: TextRefusal }
  | { readonly is: 'under-way' }
  /** Nobody asked yet, or the work failed: it can be asked for. */
  | { readonly is: 'unread' };

export async function textStanding(
  tx: Transaction,
  agency: AgencyId,
  file: Pick<StoredFile, 'id' | 'sha256'>,
): Promise<TextStanding> {
  const found = await findText(tx, agency, file.sha256);
  if (found?.ok) return { is: 'read', text: found.value };
  if (found) return { is: 'without-text', refusal: found.refusal };
  const job = await findLatestJob(tx, agency, file.id);
  return { is: job && isLive(job) ? 'under-way' : 'unread' };
}

const read: JobHandler = async (work) => {
  const { deps, job } = work;
  const asked: { readonly sha256: string; readonly mediaType: TextMediaType } = JSON.parse(
    JSON.stringify(job.asked),
  );
  const outcome: Outcome<DocumentText, TextRefusal> = await withLocalCopy(deps.files, asked.sha256, (path) =>
    readDocument(path, asked.mediaType),
  );
  const acting = { as: 'agency', agency: job.agency, person: job.askedBy } as const;
  await actingAs(deps.db.app, acting, async (tx) => {
    await upsertText(tx, job.agency, asked.sha256, { outcome, at: deps.now() });
    await work.settle(tx);
  });
  return done(undefined);
};

export const documentTextJobs: JobHandlers = { [kind]: read };
