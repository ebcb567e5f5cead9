import { agencyById } from '../agency/agency-actions.ts';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { JobDeps, JobHandler, JobHandlers } from '../jobs/job-work.ts';
import { postMail } from '../mail/mail.ts';
import { done } from '../outcome.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
import { readCertificateNumber } from './certificate.ts';
import { type CertificateReminder, certificateReminderMail } from './certificate-reminder-mail.ts';
import { insertCertificateReminderJobs } from './certificate-reminder-store.ts';
import { findCertificate } from './certificate-store.ts';
import { dueCheckIn } from './check-in.ts';
import { listCheckIns } from './check-in-store.ts';

const kind = 'certificate-reminder';

/** How long before its last day an agency hears of it, once a month. */
const daysAhead = 90;

/** Asks once a month and agency for a look at what its certificate needs soon. */
export function askForCertificateReminders(deps: Pick<JobDeps, 'db' | 'now' | 'config'>): Promise<number> {
  const now = deps.now();
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const withCheckIns = deps.config.certificates.yearlyCheckIn;
  return actingAs(deps.db.app, { as: 'system' }, (tx) =>
    insertCertificateReminderJobs(tx, kind, { month, now, withCheckIns }),
  );
}

/** Mails the agency's leaders when the certificate ends soon or a check-in is due; nobody when neither is. */
const remind: JobHandler = async (work) => {
  const { deps, job } = work;
  const asked: { readonly number: string } = JSON.parse(JSON.stringify(job.asked));
  const number = readCertificateNumber(asked.number);
  await actingAs(deps.db.app, { as: 'agency', agency: job.agency, person: job.askedBy }, async (tx) => {
    const certificate = number && (await findCertificate(tx, number));
    if (certificate) {
      const agency = await agencyById(tx, job.agency);
      const today = dayIn(agency.timeZone, deps.now());
      const { validUntil, certifiedOn } = certificate;
      const given = await listCheckIns(tx, certificate.number);
      const reminder: CertificateReminder = {
        endsOn: validUntil && validUntil <= addDays(today, daysAhead) ? validUntil : undefined,
        checkIn: deps.config.certificates.yearlyCheckIn ? dueCheckIn(certifiedOn, today, given) : undefined,
      };
      const mail = certificateReminderMail(reminder, {
        agency: agency.name,
        number: certificate.number,
        url: `${deps.config.siteUrl}/workspace/${agency.slug}/certification`,
        campaign: deps.config.campaign.name,
      });
      const { emails } = await agencyLeaders(tx, agency.id);
      if (mail) for (const to of emails) await postMail(tx, { ...mail, to });
    }
    await work.settle(tx);
  });
  return done(undefined);
};

export const certificateReminderJobs: JobHandlers = { [kind]: remind };
