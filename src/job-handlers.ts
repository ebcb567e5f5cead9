import { dailyAskingJobs } from './acknowledgment/daily-asking-actions.ts';
import { mailingJobs } from './acknowledgment/mailing-actions.ts';
import { signOffImport } from './acknowledgment/sign-off-import-actions.ts';
import { certificateBatchJobs } from './certificate-batch/batch-work-actions.ts';
import { certificateReminderJobs } from './certification/certificate-reminder-actions.ts';
import { documentTextJobs } from './document-text/document-text-actions.ts';
import { importJobs } from './file-import/import-job-actions.ts';
import type { JobHandlers } from './jobs/job-work.ts';
import { jointReminderJobs } from './joint-work/joint-reminder-actions.ts';
import { reviewReminderJobs } from './policy/review-reminder-actions.ts';
import { rosterImport } from './roster/roster-import-actions.ts';
import { reminderJobs } from './training/expiry-reminder-actions.ts';
import { trainingImport } from './training/training-import-actions.ts';

/** Who does which work. */
export const jobHandlers: JobHandlers = {
  ...importJobs(rosterImport),
  ...importJobs(trainingImport),
  ...importJobs(signOffImport),
  ...certificateBatchJobs,
  ...documentTextJobs,
  ...dailyAskingJobs,
  ...mailingJobs,
  ...reminderJobs,
  ...certificateReminderJobs,
  ...reviewReminderJobs,
  ...jointReminderJobs,
};
