import { parentPort, workerData } from 'node:worker_threads';
import { askForAcknowledgments } from './acknowledgment/daily-asking-actions.ts';
import { signOffImport } from './acknowledgment/sign-off-import-actions.ts';
import { giveAgreementNotices } from './agreement/agreement-notice-actions.ts';
import { removeOldBatchFiles } from './certificate-batch/batch-removal-actions.ts';
import { askForCertificateReminders } from './certification/certificate-reminder-actions.ts';
import { giveHearingNotices } from './certification/hearing-notice-actions.ts';
import { lapseCertificates } from './certification/lapse-actions.ts';
import type { Config } from './config.ts';
import { connect } from './database/database.ts';
import { giveUpAbandonedImports } from './file-import/abandoned-import-actions.ts';
import { fileStore } from './file-store-of.ts';
import { jobHandlers } from './job-handlers.ts';
import type { JobTake } from './jobs/job.ts';
import { startJobWorker } from './jobs/job-worker.ts';
import { askForJointReminders } from './joint-work/joint-reminder-actions.ts';
import { createLog } from './log.ts';
import { askForReviewReminders } from './policy/review-reminder-actions.ts';
import { giveAppealNotices } from './review/appeal-notice-actions.ts';
import { closeLateCases } from './review/closing-actions.ts';
import { giveReviewNotices } from './review/review-notice-actions.ts';
import { rosterImport } from './roster/roster-import-actions.ts';
import { askForReminders } from './training/expiry-reminder-actions.ts';
import { trainingImport } from './training/training-import-actions.ts';

export interface JobThreadData {
  readonly config: Config;
  readonly urls: { readonly app: string; readonly identity: string };
  readonly take: JobTake;
}

export type JobThreadMessage = 'wake' | 'stop';

/** One piece of work is done at a time: it needs two connections, and one to give signs of life. */
const poolSize = 3;

const { config, urls, take }: JobThreadData = workerData;
const log = createLog(config);
const db = connect(urls, poolSize, (error) => log.warn({ err: error }, 'database connection lost'));
const deps = { config, db, files: fileStore(config), log, now: () => new Date() };
const worker = startJobWorker(deps, jobHandlers, take);

/** Work that nobody asks for: its time has come. One thread of the process looks for it. */
const lookForDueWork = async () => {
  if (take !== 'any') return;
  try {
    if ((await askForReminders(deps)) > 0) worker.wake();
    if ((await askForAcknowledgments(deps)) > 0) worker.wake();
    await lapseCertificates(deps);
    if ((await askForCertificateReminders(deps)) > 0) worker.wake();
    await giveAgreementNotices(deps);
    if ((await askForJointReminders(deps)) > 0) worker.wake();
    if ((await askForReviewReminders(deps)) > 0) worker.wake();
    await giveReviewNotices(deps);
    await giveAppealNotices(deps);
    await giveHearingNotices(deps);
    await closeLateCases(deps);
    await giveUpAbandonedImports(deps, rosterImport);
    await giveUpAbandonedImports(deps, trainingImport);
    await giveUpAbandonedImports(deps, signOffImport);
    await removeOldBatchFiles(deps);
  } catch (error) {
    log.error({ err: error }, 'due work failed');
  }
};
const dueWorkMilliseconds = 10 * 60_000;
let looking = lookForDueWork();
const dueWork = setInterval(() => {
  looking = lookForDueWork();
}, dueWorkMilliseconds);

parentPort?.on('message', async (message: JobThreadMessage) => {
  if (message === 'wake') return worker.wake();
  clearInterval(dueWork);
  await looking;
  await worker.stop();
  await db.close();
  parentPort?.close();
});
