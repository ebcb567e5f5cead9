import type { CertificateNumber } from '../certification/certificate.ts';
import { actingAs, type PersonId, switchActing, type Transaction } from '../database/acting.ts';
import type { CertificateSize } from '../documents/document-facts.ts';
import type { Deps } from '../http/environment.ts';
import { isLive, type Job } from '../jobs/job.ts';
import { findLatestJob, postJob } from '../jobs/job-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import {
  type BatchForm,
  type BatchPart,
  type BatchRefusal,
  type BatchState,
  type CertificateBatch,
  type CertificateBatchId,
  type CertificateFilter,
  keptUntil,
  madeIn,
  meantBy,
  mostCertificates,
} from './certificate-batch.ts';
import { findBatch, insertBatch, listParts, lockBatch } from './certificate-batch-store.ts';
import { listIssuedAmong, listMatchingNumbers } from './certificate-list-store.ts';

export { listParts as listBatchParts } from './certificate-batch-store.ts';
export { listIssuedCertificates } from './certificate-list-store.ts';

export const batchWork = 'certificate-batch';

export interface AskedBatch {
  /** The ones picked; when there are none, all that match, those that don't count only where the filter asks for them. */
  readonly picked: readonly string[];
  readonly filter: CertificateFilter;
  readonly form: BatchForm;
  readonly size: CertificateSize;
}

/** The same as a batch asked for. */
export function askedBefore({ numbers, form, size }: CertificateBatch): AskedBatch {
  const all = { search: '', region: '', standing: 'all', from: undefined, until: undefined } as const;
  return { picked: numbers, filter: all, form, size };
}

/** Freezes which certificates are meant and asks for the work; tell `deps.jobPosted()` after the commit. */
export async function askForBatch(
  tx: Transaction,
  by: PersonId,
  { picked, filter, form, size }: AskedBatch,
): Promise<Outcome<CertificateBatchId, BatchRefusal>> {
  const most = mostCertificates;
  const asked = picked.length > 0 ? picked : await listMatchingNumbers(tx, meantBy(filter), most + 1);
  if (asked.length > most) return refused({ code: 'too-many-certificates', most });
  const issued = await listIssuedAmong(tx, asked);
  const [first] = issued;
  if (!first) return refused({ code: 'no-certificates' });
  const numbers: readonly CertificateNumber[] = issued.map(({ number }) => number);
  const id = await insertBatch(tx, { form, size, numbers, jobAgency: first.agency }, by);
  const job = { kind: batchWork, subject: id, asked: {}, isLong: numbers.length > 100 };
  await switchActing(tx, { as: 'system' }, () => postJob(tx, first.agency, job, by));
  return done(id);
}

/** A batch with how far it is, and until when its files are kept; for the campaign. */
export async function findBatchState(
  tx: Transaction,
  id: CertificateBatchId,
  keptDays: number,
): Promise<{ readonly batch: CertificateBatch; readonly state: BatchState } | undefined> {
  const batch = await findBatch(tx, id);
  if (!batch) return undefined;
  const job = await switchActing(tx, { as: 'system' }, () => findLatestJob(tx, batch.jobAgency, id));
  return { batch, state: stateOf(batch, job, await listParts(tx, id), keptDays) };
}

function stateOf(
  batch: CertificateBatch,
  job: Job | undefined,
  parts: readonly BatchPart[],
  keptDays: number,
): BatchState {
  if (batch.filesRemovedAt) return { is: 'removed', at: batch.filesRemovedAt };
  if (job && isLive(job))
    return { is: 'working', made: madeIn(batch, parts.length), total: batch.numbers.length };
  const last = parts.at(-1);
  return job?.state === 'done' && last
    ? { is: 'done', keptUntil: keptUntil(last.madeAt, keptDays) }
    : { is: 'failed' };
}

/** Begins the work again that failed; what was made stays made. False once its files were removed. */
export function askAgain(db: Deps['db'], batch: CertificateBatch, by: PersonId): Promise<boolean> {
  const job = { kind: batchWork, subject: batch.id, asked: {}, isLong: batch.numbers.length > 100 };
  return actingAs(db.app, { as: 'system' }, async (tx) => {
    const present = await lockBatch(tx, batch.id);
    if (!present || present.filesRemovedAt) return false;
    return postJob(tx, batch.jobAgency, job, by);
  });
}
