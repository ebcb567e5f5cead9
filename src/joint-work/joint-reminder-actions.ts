import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { JobDeps, JobHandler } from '../jobs/job-work.ts';
import type { MailMessage } from '../mail/mail.ts';
import { done } from '../outcome.ts';
import type { Partnership, Side } from '../partnership/partnership.ts';
import { findPartnership } from '../partnership/partnership-actions.ts';
import {
  agencyPath,
  mailAgency,
  mailRepresentatives,
  partnerPath,
} from '../partnership/partnership-step-actions.ts';
import { listDue } from './action-item-store.ts';
import { youngDays } from './check-in.ts';
import { askedFrom, halfYearName, halfYearOf } from './half-year.ts';
import { isShared, sideName, sides } from './joint-place.ts';
import { actionsDueMail, checkInAskedMail } from './joint-reminder-mail.ts';
import { hasCheckedIn, insertActionReminderJobs, insertCheckInJobs } from './joint-reminder-store.ts';

const actionsDue = 'joint-actions-due';
const checkInAsked = 'check-in-asked';

/** What is due in so many days is told of, so that a weekly letter comes before the day. */
const daysAhead = 7;

/** Asks for what is due: once a week for actions, once in the last two months of a half-year for check-ins. */
export async function askForJointReminders(deps: Pick<JobDeps, 'db' | 'now'>): Promise<number> {
  const now = deps.now();
  const today = dayIn('UTC', now);
  const sinceSunday = now.getUTCDay();
  const week = {
    begin: new Date(`${addDays(today, -sinceSunday)}T00:00:00Z`),
    until: addDays(today, daysAhead),
  };
  const half = halfYearOf(today);
  const isAsked = today >= askedFrom(half);
  return actingAs(deps.db.app, { as: 'system' }, async (tx) => {
    const actions = await insertActionReminderJobs(tx, actionsDue, week);
    if (!isAsked) return actions;
    const checkIns = await insertCheckInJobs(tx, checkInAsked, {
      startsOn: half.startsOn,
      begin: new Date(`${half.startsOn}T00:00:00Z`),
      confirmedBefore: new Date(`${addDays(today, -youngDays)}T00:00:00Z`),
    });
    return actions + checkIns;
  });
}

interface Asked {
  readonly partnership: string;
  /** The half-year that a check-in is asked for. */
  readonly startsOn?: string;
}

/** What to tell a side, or nothing. */
type Letter = (
  tx: Transaction,
  partnership: Partnership,
  side: Side,
  url: string,
) => Promise<Omit<MailMessage, 'to'> | undefined>;

function handlerOf(letterOf: (deps: JobDeps, asked: Asked) => Letter): JobHandler {
  return async (work) => {
    const { deps, job } = work;
    const asked: Asked = JSON.parse(JSON.stringify(job.asked));
    const letter = letterOf(deps, asked);
    const acting = { as: 'agency', agency: job.agency, person: job.askedBy } as const;
    await actingAs(deps.db.app, acting, async (tx) => {
      const partnership = await findPartnership(tx, { agency: job.agency }, asked.partnership);
      if (partnership && isShared(partnership)) await mailSides(tx, deps, partnership, letter);
      await work.settle(tx);
    });
    return done(undefined);
  };
}

async function mailSides(
  tx: Transaction,
  { config }: JobDeps,
  partnership: Partnership,
  letter: Letter,
): Promise<void> {
  for (const side of sides) {
    const path = side === 'agency' ? agencyPath(partnership) : partnerPath(partnership);
    const mail = await letter(tx, partnership, side, `${config.siteUrl}${path}`);
    if (mail) await (side === 'agency' ? mailAgency : mailRepresentatives)(tx, partnership, mail);
  }
}

const remindOfActions = handlerOf((deps) => async (tx, partnership, side, url) => {
  const today = dayIn(partnership.agency.timeZone, deps.now());
  const due = await listDue(tx, partnership, side, addDays(today, daysAhead));
  if (due.length === 0) return undefined;
  return actionsDueMail({ ...namesOf(partnership, side, deps), due, today, url: `${url}/actions` });
});

const askForCheckIn = handlerOf((deps, { startsOn }) => async (tx, partnership, side, url) => {
  const half = halfYearOf(dayIn(partnership.agency.timeZone, deps.now()));
  // A letter that waited past the end of its half-year is of no use any more.
  if (half.startsOn !== startsOn) return undefined;
  if (await hasCheckedIn(tx, partnership, half, side)) return undefined;
  return checkInAskedMail({
    ...namesOf(partnership, side, deps),
    half: halfYearName(half),
    dueOn: half.endsOn,
    url: `${url}/check-ins/answer`,
  });
});

function namesOf(partnership: Partnership, side: Side, { config }: JobDeps) {
  const other = side === 'agency' ? 'partner' : 'agency';
  return {
    own: sideName(partnership, side),
    other: sideName(partnership, other),
    campaign: config.campaign.name,
  };
}

export const jointReminderJobs = { [actionsDue]: remindOfActions, [checkInAsked]: askForCheckIn };
