import { agencyById } from '../agency/agency-actions.ts';
import { recordAudit } from '../audit/audit.ts';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { type AgencyId, actingAs, type Transaction } from '../database/acting.ts';
import { newToken, tokenHash } from '../identity/token.ts';
import { isLive, type Job } from '../jobs/job.ts';
import { cancelJob, findLatestJob, postJob } from '../jobs/job-actions.ts';
import type { JobHandler, JobHandlers } from '../jobs/job-work.ts';
import { postMails } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { type AskedVersion, askedVersion } from './acknowledgment-actions.ts';
import { linkDays } from './acknowledgment-link.ts';
import type { RefusedWith } from './acknowledgment-refusal.ts';
import { findAsking, upsertAsking } from './asking-store.ts';
import { type Asking, type Mailing, type MailingAudience, type MailingId, quietDays } from './mailing.ts';
import { acknowledgmentMail } from './mailing-mail-content.ts';
import {
  countAddressees,
  countMailable,
  findMailing,
  insertLinks,
  insertMailing,
  listAddressees,
  lockMailings,
  type MailableCounts,
  type ReminderLimit,
  updateMailingEnded,
} from './mailing-store.ts';

const kind = 'acknowledgment-mail';
const peopleAtOnce = 1_000;
const day = 86_400_000;

/** A person may remind as often as they see fit, but nobody twice in a day. */
export function remindedByHand(now: Date): ReminderLimit {
  return { before: new Date(now.getTime() - quietDays * day), mails: 1_000 };
}

/** What somebody who sends links needs to see. */
export interface MailingDesk extends MailableCounts {
  readonly asked: AskedVersion;
  readonly asking: Asking | undefined;
  readonly latest: { readonly mailing: Mailing; readonly job: Job | undefined } | undefined;
}

export async function mailingDesk(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
  now: Date,
): Promise<MailingDesk | undefined> {
  const asked = await askedVersion(tx, agency, today);
  if (!asked) return undefined;
  const latest = await findMailing(tx, agency);
  return {
    asked,
    asking: await findAsking(tx, agency),
    ...(await countMailable(tx, agency, asked.about, remindedByHand(now))),
    latest: latest && { mailing: latest, job: await findLatestJob(tx, agency, latest.id) },
  };
}

/** Begins to send links; the mails are written by work posted here, so tell `deps.jobPosted()` after the commit. */
export async function sendLinks(
  tx: Transaction,
  act: Pick<AgencyAct, 'agency' | 'person' | 'now'>,
  audience: MailingAudience,
  { today, limit }: { readonly today: CalendarDate; readonly limit: ReminderLimit },
): Promise<Outcome<MailingId, RefusedWith<'nothing-in-effect' | 'mailing-under-way' | 'nobody-to-mail'>>> {
  await lockMailings(tx, act.agency);
  const asked = await askedVersion(tx, act.agency, today);
  if (!asked) return refused({ code: 'nothing-in-effect' });
  const latest = await findMailing(tx, act.agency);
  const job = latest && (await findLatestJob(tx, act.agency, latest.id));
  if (job && isLive(job)) return refused({ code: 'mailing-under-way' });
  const people = await countAddressees(tx, act.agency, asked.about, audience, limit);
  if (people === 0) return refused({ code: 'nobody-to-mail' });
  const mailing = { policy: asked.policy.id, audience, by: act.person, at: act.now };
  const id = await insertMailing(tx, act.agency, mailing);
  const work = { before: limit.before.toISOString(), mails: limit.mails, people };
  await postJob(tx, act.agency, { kind, subject: id, asked: work, isLong: false }, act.person);
  await recordAudit(
    tx,
    { agency: act.agency },
    {
      action: 'policy-links-sent',
      subject: { kind: 'policy', id: asked.policy.id },
      details: { mailing: id, audience: audience.is, people },
    },
  );
  return done(id);
}

/** Stops a sending; links that went out stay good. */
export function stopMailing(tx: Transaction, agency: AgencyId, id: MailingId): Promise<void> {
  return cancelJob(tx, agency, id);
}

/** Sets whether the agency asks on its own. */
export async function setAsking(tx: Transaction, act: AgencyAct, asking: Asking): Promise<void> {
  await upsertAsking(tx, act.agency, asking, { by: act.person, at: act.now });
  await recordAudit(
    tx,
    { agency: act.agency },
    {
      action: 'policy-asking-set',
      subject: { kind: 'agency', id: act.agency },
      details: { asksByMail: asking.asksByMail, reminderDays: asking.reminderDays ?? null },
    },
  );
}

/**
 * Mails some people at a time, each batch with its links in one transaction: begun anew after it was broken off, it goes
 * on where it stood, and nobody is mailed twice.
 */
const mail: JobHandler = async (work) => {
  const { job, deps } = work;
  const { before, mails, people }: { before: string; mails: number; people: number } = JSON.parse(
    JSON.stringify(job.asked),
  );
  const limit = { before: new Date(before), mails, people: peopleAtOnce };
  // Those before have their link: nobody needs to look past them again. Whoever came in behind is found at the end.
  let after: StaffId | undefined;
  const acting = { as: 'agency', agency: job.agency, person: job.askedBy } as const;
  for (;;) {
    const isOver = await actingAs(deps.db.app, acting, async (tx) => {
      const mailing = await findMailing(tx, job.agency, job.subject as MailingId);
      const agency = await agencyById(tx, job.agency);
      const now = deps.now();
      const asked = await askedVersion(tx, job.agency, dayIn(agency.timeZone, now));
      // Another version came into effect meanwhile: this one is no longer asked about.
      const isCurrent = mailing && asked?.policy.id === mailing.policy;
      const next = isCurrent
        ? await listAddressees(tx, job.agency, asked.about, mailing, { ...limit, after })
        : [];
      if (isCurrent && next.length === 0 && after) {
        after = undefined;
        return false;
      }
      if (!mailing || !asked || next.length === 0) {
        await updateMailingEnded(tx, job.agency, job.subject as MailingId, now);
        await work.settle(tx);
        return true;
      }
      const made = next.map((addressee) => ({ addressee, token: newToken() }));
      const links = made.map(({ addressee, token }) => ({ staff: addressee.staff, hash: tokenHash(token) }));
      const linked = await insertLinks(tx, job.agency, mailing, links, { at: now, days: linkDays });
      const messages = made
        .filter(({ addressee }) => linked.has(addressee.staff))
        .map(({ addressee, token }) =>
          acknowledgmentMail({
            to: addressee.email,
            name: addressee.name,
            agency: agency.name,
            title: asked.policy.title,
            number: asked.policy.number,
            isReminder: mailing.audience.is === 'reminder',
            url: `${deps.config.siteUrl}/acknowledge/${token}`,
            campaign: deps.config.campaign.name,
          }),
        );
      await postMails(tx, messages);
      after = next.at(-1)?.staff;
      work.report(Math.min(people, mailing.mailed + linked.size), people);
      // Two rosters' entries under one link each: whoever could not be linked is linked already.
      if (linked.size === 0) {
        await work.settle(tx);
        return true;
      }
      return false;
    });
    if (isOver) return done(undefined);
  }
};

export const mailingJobs: JobHandlers = { [kind]: mail };
