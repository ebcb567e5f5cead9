import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { JobDeps } from '../jobs/job-work.ts';
import { findAppeal, listDeciders } from './appeal-store.ts';
import { targetDay } from './review-limits.ts';
import { appealOverdueMail } from './review-mail-content.ts';
import { insertReviewNotice } from './review-notice-store.ts';
import { mailReviewers } from './review-trace-actions.ts';
import { listWaitingAppeals, type WaitingAppeal } from './waiting-appeal-store.ts';

type NoticeDeps = Pick<JobDeps, 'config' | 'db' | 'now'>;

/**
 * Reminds those who may decide an appeal that its target has passed, once for each day that appeals of a round were due.
 * May run as often as one likes. Answers how many notices were given.
 */
export async function giveAppealNotices(deps: NoticeDeps): Promise<number> {
  const today = dayIn('UTC', deps.now());
  const waiting = await actingAs(deps.db.app, { as: 'system' }, listWaitingAppeals);
  let given = 0;
  for (const appeal of waiting) {
    const targetOn = targetDay(dayIn('UTC', appeal.filedAt), deps.config.review);
    if (today <= targetOn) continue;
    if (await actingAs(deps.db.app, { as: 'system' }, (tx) => give(tx, deps, appeal, targetOn))) given += 1;
  }
  return given;
}

async function give(
  tx: Transaction,
  { config, now }: NoticeDeps,
  { id, agency, agencyName, submission, caseId }: WaitingAppeal,
  targetOn: CalendarDate,
): Promise<boolean> {
  // Decided or taken back a moment ago.
  if ((await findAppeal(tx, id))?.state.is !== 'waiting') return false;
  const due = { notice: 'appeal-passed', aboutDay: targetOn } as const;
  if (!(await insertReviewNotice(tx, { agency, id: submission }, due, now()))) return false;
  const mail = appealOverdueMail({
    agency: agencyName,
    campaign: config.campaign.name,
    url: `${config.siteUrl}/campaign/reviews/${submission}/appeals/${id}`,
    day: targetOn,
  });
  await mailReviewers(tx, agency, mail, await listDeciders(tx, { agency, caseId }));
  return true;
}
