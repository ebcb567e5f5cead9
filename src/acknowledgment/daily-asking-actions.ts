import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { JobDeps, JobHandler, JobHandlers } from '../jobs/job-work.ts';
import { done } from '../outcome.ts';
import { findAsking, insertDailyJobs } from './asking-store.ts';
import { mailsAtMost } from './mailing.ts';
import { sendLinks } from './mailing-actions.ts';

const kind = 'acknowledgment-asking';
const dayLong = 86_400_000;

/** Asks once a day and agency that asks on its own for a look at who joined, and who has not answered. */
export async function askForAcknowledgments(deps: Pick<JobDeps, 'db' | 'now'>): Promise<number> {
  const begin = new Date(Math.floor(deps.now().getTime() / dayLong) * dayLong);
  return actingAs(deps.db.app, { as: 'system' }, (tx) => insertDailyJobs(tx, kind, { begin }));
}

/** Sends links to newcomers and, once a new version is in effect, to everybody; else reminds who has not answered. */
const look: JobHandler = async (work) => {
  const { deps, job } = work;
  const { timeZone }: { timeZone: string } = JSON.parse(JSON.stringify(job.asked));
  const now = deps.now();
  const act = { agency: job.agency, person: job.askedBy, now };
  await actingAs(deps.db.app, { as: 'agency', agency: job.agency, person: job.askedBy }, async (tx) => {
    const asking = await findAsking(tx, job.agency);
    const today = dayIn(timeZone, now);
    const days = asking?.reminderDays;
    const limit = { before: new Date(now.getTime() - (days ?? 0) * dayLong), mails: mailsAtMost - 1 };
    const isSending =
      asking?.asksByMail === true && (await sendLinks(tx, act, { is: 'not-asked' }, { today, limit })).ok;
    // One sending at a time: the reminders wait until tomorrow.
    if (!isSending && days !== undefined) await sendLinks(tx, act, { is: 'reminder' }, { today, limit });
    await work.settle(tx);
  });
  return done(undefined);
};

export const dailyAskingJobs: JobHandlers = { [kind]: look };
