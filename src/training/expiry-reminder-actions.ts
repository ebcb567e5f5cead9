import { agencyById } from '../agency/agency-actions.ts';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import type { JobDeps, JobHandler } from '../jobs/job-work.ts';
import { postMail } from '../mail/mail.ts';
import { done } from '../outcome.ts';
import { programName } from './coverage-page-content.ts';
import { type EndingPrograms, sumUpExpiring } from './expiring-store.ts';
import { expiryReminderMail } from './expiry-reminder-mail.ts';
import { insertReminderJobs } from './expiry-reminder-store.ts';

const kind = 'expiry-reminder';

/** As far ahead as the training section lists it. */
export const daysAhead = 180;

/** Asks once a month and agency for a look at what ends soon. */
export async function askForReminders(deps: Pick<JobDeps, 'db' | 'now'>): Promise<number> {
  const now = deps.now();
  const begin = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  return actingAs(deps.db.app, { as: 'system' }, (tx) => insertReminderJobs(tx, kind, { begin }));
}

/** Mails the people who keep an agency's training when something ends soon; nobody when nothing does. */
const remind: JobHandler = async (work) => {
  const { deps, job } = work;
  const asked: { readonly timeZone: string } = JSON.parse(JSON.stringify(job.asked));
  const today = dayIn(asked.timeZone, deps.now());
  await actingAs(deps.db.app, { as: 'agency', agency: job.agency, person: job.askedBy }, async (tx) => {
    const measure = { day: today, today, until: addDays(today, daysAhead) };
    const ending = await sumUpExpiring(tx, job.agency, measure);
    if (ending.length > 0) {
      const agency = await agencyById(tx, job.agency);
      const members = await listAgencyMembers(tx, job.agency);
      const keepers = members.filter(({ role }) => role === 'coordinator' || role === 'training-officer');
      for (const to of new Set(keepers.map(({ email }) => email)))
        await postMail(tx, mailTo(deps, to, agency, ending));
    }
    await work.settle(tx);
  });
  return done(undefined);
};

export const reminderJobs = { [kind]: remind };

function mailTo(
  { config }: JobDeps,
  to: string,
  agency: { readonly name: string; readonly slug: string },
  ending: readonly EndingPrograms[],
) {
  return expiryReminderMail({
    to,
    agency: agency.name,
    ending: ending.map(({ program, people, firstDay }) => ({
      program: programName(program),
      people,
      firstDay,
    })),
    url: `${config.siteUrl}/workspace/${agency.slug}/training/expiring`,
    campaign: config.campaign.name,
  });
}
