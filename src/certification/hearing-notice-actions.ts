import { actingAs, type Transaction } from '../database/acting.ts';
import type { JobDeps } from '../jobs/job-work.ts';
import { mailReviewers } from '../review/review-trace-actions.ts';
import { decisionTarget, type HeardMeasure, hearingNotice } from './hearing.ts';
import { insertCertificateNotice, listHeardMeasures } from './hearing-store.ts';
import { decisionDueMail } from './standing-mail-content.ts';

export { listHeardMeasures } from './hearing-store.ts';

type NoticeDeps = Pick<JobDeps, 'config' | 'db' | 'now'>;

/**
 * Reminds the campaign of announced measures that nobody has decided: once the time to answer is over, and once the target
 * has passed. Who announced one isn't asked, as they can't decide it. Answers how many notices were given.
 */
export async function giveHearingNotices(deps: NoticeDeps): Promise<number> {
  const { app } = deps.db;
  const heard = await actingAs(app, { as: 'system' }, (tx) => listHeardMeasures(tx, deps.now()));
  let given = 0;
  for (const one of heard) {
    if (await actingAs(app, { as: 'system' }, (tx) => give(tx, deps, one))) given += 1;
  }
  return given;
}

async function give(tx: Transaction, { config, now }: NoticeDeps, heard: HeardMeasure): Promise<boolean> {
  const { targetDays } = config.review;
  const notice = hearingNotice(heard, targetDays);
  if (!notice || !(await insertCertificateNotice(tx, heard, notice, now()))) return false;
  const mail = decisionDueMail({
    agency: heard.agencyName,
    number: heard.number,
    url: `${config.siteUrl}/campaign/certificates/${heard.number}`,
    campaign: config.campaign.name,
    targetOn: decisionTarget(heard, targetDays),
    isOverdue: notice === 'decision-overdue',
  });
  await mailReviewers(tx, heard.agency, mail, heard.announcedBy ? [heard.announcedBy] : []);
  return true;
}
