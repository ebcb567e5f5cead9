import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { JobDeps } from '../jobs/job-work.ts';
import { postMails } from '../mail/mail.ts';
import { listBarredFromApproving } from './appeal-store.ts';
import { targetDay } from './review-limits.ts';
import { answerReminderMail, targetReminderMail } from './review-mail-content.ts';
import { type NoticeDue, noticeDue } from './review-notice.ts';
import { insertReviewNotice, listWatchedRounds, type WatchedRound } from './review-notice-store.ts';
import { listColleagues } from './review-tie-store.ts';
import { mailAgency, mailReviewers } from './review-trace-actions.ts';
import { findSubmission } from './submission-store.ts';

type NoticeDeps = Pick<JobDeps, 'config' | 'db' | 'now'>;

/** More than any notice comes ahead. */
const widestDays = 15;

/**
 * Reminds the campaign of rounds whose target comes near or has passed, and agencies of the last day to answer, once each.
 * May run as often as one likes, and in several processes at once. Answers how many notices were given.
 */
export async function giveReviewNotices(deps: NoticeDeps): Promise<number> {
  const now = deps.now();
  const today = dayIn('UTC', now);
  const nearest = addDays(today, widestDays - deps.config.review.targetDays);
  const range = { sentBefore: new Date(`${nearest}T00:00:00Z`), until: addDays(today, widestDays) };
  const watched = await actingAs(deps.db.app, { as: 'system' }, (tx) => listWatchedRounds(tx, range));
  let given = 0;
  for (const round of watched) {
    const due = dueOf(round, deps);
    if (!due || round.given.some((before) => isSame(before, due))) continue;
    const isGiven = await actingAs(deps.db.app, { as: 'system' }, (tx) => give(tx, deps, round, due));
    if (isGiven) given += 1;
  }
  return given;
}

/** The campaign counts its days in UTC, an agency in its own zone. */
function dueOf(round: WatchedRound, { config, now }: NoticeDeps): NoticeDue | undefined {
  const { state, answerBy, submittedAt, timeZone } = round;
  const targetOn = targetDay(dayIn('UTC', submittedAt), config.review);
  return noticeDue({ state, answerBy, targetOn }, dayIn(state === 'returned' ? timeZone : 'UTC', now()));
}

function isSame(one: NoticeDue, other: NoticeDue): boolean {
  return one.notice === other.notice && one.aboutDay === other.aboutDay;
}

async function give(
  tx: Transaction,
  { config, now }: NoticeDeps,
  round: WatchedRound,
  due: NoticeDue,
): Promise<boolean> {
  const present = await findSubmission(tx, round.id);
  // Decided or answered a moment ago.
  if (present?.state !== round.state) return false;
  if (!(await insertReviewNotice(tx, round, due, now()))) return false;
  const about = { agency: round.agencyName, campaign: config.campaign.name, day: due.aboutDay };
  if (due.notice === 'answer-near' || due.notice === 'answer-soon') {
    const url = `${config.siteUrl}/workspace/${round.slug}/review`;
    await mailAgency(tx, round.agency, answerReminderMail({ ...about, url }));
    return true;
  }
  const url = `${config.siteUrl}/campaign/reviews/${round.id}`;
  const mail = targetReminderMail({ ...about, url, isPassed: due.notice === 'target-passed' });
  if (round.state === 'in-review') {
    const colleagues = await listColleagues(tx, round.agency);
    const own = colleagues.filter(({ person }) => person === round.reviewer);
    // Somebody whose role at the campaign has ended answers nobody: then it is everybody's.
    if (own.length > 0) {
      await postMails(
        tx,
        own.map(({ email }) => ({ ...mail, to: email })),
      );
      return true;
    }
  }
  const except = round.state === 'awaiting-approval' ? await listBarredFromApproving(tx, round) : [];
  await mailReviewers(tx, round.agency, mail, except);
  return true;
}
