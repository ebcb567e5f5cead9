import { setTimeout as pause } from 'node:timers/promises';
import { type Acting, type AgencyId, actingAs, type PersonId, type Transaction } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { type AskedJob, isLive, type Job } from './job.ts';
import { findLatestJob, insertJob, updateCancelAsked } from './job-store.ts';

export { findLatestJob } from './job-store.ts';

/**
 * Asks for work, inside the act that wants it; tell `deps.jobPosted()` after the commit. Answers false when work about
 * this subject is under way already: one thing is done at a time.
 */
export async function postJob(
  tx: Transaction,
  agency: AgencyId,
  job: AskedJob,
  by: PersonId,
): Promise<boolean> {
  return (await insertJob(tx, agency, job, by)) !== undefined;
}

/** Asks that the work about a subject stop. What it did is taken back; what is done already stays done. */
export function cancelJob(tx: Transaction, agency: AgencyId, subject: string): Promise<void> {
  return updateCancelAsked(tx, agency, subject);
}

/** Short work is over before a page is shown for it. */
const pollMilliseconds = 50;

/** Waits a while for the work about a subject to end; answers how it stands then. */
export async function awaitJob(
  db: Database,
  acting: Acting & { readonly as: 'agency' },
  subject: string,
  milliseconds: number,
): Promise<Job | undefined> {
  const until = Date.now() + milliseconds;
  for (;;) {
    const job = await actingAs(db, acting, (tx) => findLatestJob(tx, acting.agency, subject));
    if (!job || !isLive(job) || Date.now() >= until) return job;
    await pause(pollMilliseconds);
  }
}
