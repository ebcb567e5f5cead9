import { agencyById } from '../agency/agency-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { JobDeps, JobHandler, JobHandlers } from '../jobs/job-work.ts';
import { postMail } from '../mail/mail.ts';
import { done } from '../outcome.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
import { reviewReminderMail } from './policy-mail-content.ts';
import { listPolicies } from './policy-store.ts';
import { insertReviewReminderJobs } from './review-reminder-store.ts';

const kind = 'policy-review-reminder';

/** Local discretion: time to work on a new version, to ask partners, and to set another day. */
export const daysAhead: readonly number[] = [60, 30, 7];

/** Asks for the reminders of policy reviews whose time has come. */
export function askForReviewReminders(deps: Pick<JobDeps, 'db' | 'now'>): Promise<number> {
  const asked = { now: deps.now(), daysAhead };
  return actingAs(deps.db.app, { as: 'system' }, (tx) => insertReviewReminderJobs(tx, kind, asked));
}

/** Mails coordinator and executive, unless the review day moved or the policy was replaced meanwhile. */
const remind: JobHandler = async (work) => {
  const { deps, job } = work;
  const asked: { readonly reviewOn: string } = JSON.parse(JSON.stringify(job.asked));
  await actingAs(deps.db.app, { as: 'agency', agency: job.agency, person: job.askedBy }, async (tx) => {
    const versions = await listPolicies(tx, job.agency);
    const policy = versions.find(({ id, state }) => id === job.subject && state.is === 'adopted');
    if (policy?.reviewOn === asked.reviewOn) {
      const agency = await agencyById(tx, job.agency);
      const { coordinator, executive } = await agencyLeaders(tx, job.agency);
      const url = `${deps.config.siteUrl}/workspace/${agency.slug}/policy`;
      const about = { agency: agency.name, title: policy.title, url, campaign: deps.config.campaign.name };
      for (const to of new Set([coordinator, executive].flatMap((leader) => leader?.email ?? [])))
        await postMail(tx, reviewReminderMail({ ...about, to, reviewOn: policy.reviewOn }));
    }
    await work.settle(tx);
  });
  return done(undefined);
};

export const reviewReminderJobs: JobHandlers = { [kind]: remind };
