import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { Deps } from '../http/environment.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { findPartnership } from '../partnership/partnership-actions.ts';
import {
  agencyPath,
  mailAgency,
  mailRepresentatives,
  partnerPath,
  recordStep,
} from '../partnership/partnership-step-actions.ts';
import { agreementNoticeMail } from './agreement-notice-mail.ts';
import { type NoticeDue, noticesDue } from './agreement-standing.ts';
import { versionsPath } from './negotiation-actions.ts';
import { insertNotice, listNearAgreements, type NearAgreement } from './notice-store.ts';

type NoticeDeps = Pick<Deps, 'config' | 'db' | 'now'>;

/** A day more than the first reminder is ahead: somewhere it is tomorrow already. */
const daysAhead = 61;

/**
 * Tells both sides of every agreement what the day brings: dates that come near, once each, and that an agreement became
 * due for review or lapsed, which goes into the audit trail too. May run as often as one likes, and in several
 * processes at once. Answers how many notices were given.
 */
export async function giveAgreementNotices(deps: NoticeDeps): Promise<number> {
  const now = deps.now();
  const until = addDays(dayIn('UTC', now), daysAhead);
  const near = await actingAs(deps.db.app, { as: 'system' }, (tx) => listNearAgreements(tx, until));
  let given = 0;
  for (const agreement of near) {
    for (const due of notYetGiven(agreement, now)) {
      const isGiven = await actingAs(deps.db.app, { as: 'system' }, (tx) =>
        give(tx, deps, agreement, due, now),
      );
      if (isGiven) given += 1;
    }
  }
  return given;
}

function notYetGiven({ timeZone, termEndsOn, reviewOn, given }: NearAgreement, now: Date) {
  const dated = { state: { is: 'active' }, arrangement: { termEndsOn, reviewOn } } as const;
  return noticesDue(dated, dayIn(timeZone, now)).filter(
    (due) => !given.some(({ notice, aboutDay }) => notice === due.notice && aboutDay === due.aboutDay),
  );
}

async function give(
  tx: Transaction,
  deps: NoticeDeps,
  of: NearAgreement,
  due: NoticeDue,
  now: Date,
): Promise<boolean> {
  const partnership = await findPartnership(tx, { agency: of.agency }, of.partnership);
  // Ended, or given another date, a moment ago. One that is answered at this very moment may still be told of its old
  // day once: the program may not hold partnerships, and nobody should wait for its letters.
  if (!partnership || !stillStands(partnership, due)) return false;
  if (!(await insertNotice(tx, of, due, now))) return false;
  const { notice, aboutDay } = due;
  if (notice === 'lapsed' || notice === 'due-for-review') {
    await recordStep(tx, partnership, `agreement-${notice}`, { day: aboutDay });
  }
  await mailBoth(tx, deps, partnership, due);
  return true;
}

function stillStands({ state, arrangement }: Partnership, { aboutDay }: NoticeDue): boolean {
  const { termEndsOn, reviewOn } = arrangement;
  return state.is === 'active' && (aboutDay === termEndsOn || aboutDay === reviewOn);
}

async function mailBoth(
  tx: Transaction,
  { config }: NoticeDeps,
  partnership: Partnership,
  { notice, aboutDay: day }: NoticeDue,
): Promise<void> {
  const { agency, partner } = partnership;
  const about = { notice, day, campaign: config.campaign.name };
  const url = (path: string) => `${config.siteUrl}${versionsPath(path)}`;
  await mailAgency(
    tx,
    partnership,
    agreementNoticeMail({
      ...about,
      to: agency.name,
      with: partner.name,
      url: url(agencyPath(partnership)),
    }),
  );
  await mailRepresentatives(
    tx,
    partnership,
    agreementNoticeMail({
      ...about,
      to: partner.name,
      with: agency.name,
      url: url(partnerPath(partnership)),
    }),
  );
}
