import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays, type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { startJobWorker } from '../jobs/job-worker.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { setNextReview } from './policy-actions.ts';
import { askForReviewReminders, reviewReminderJobs } from './review-reminder-actions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const today = dayIn('America/Chicago', new Date());
const reviewOn = addDays(today, 100);

/** Asks as if it were so many days before the review. */
function ask(daysBefore: number): Promise<number> {
  const now = new Date(`${addDays(reviewOn, -daysBefore)}T18:00:00Z`);
  return askForReviewReminders({ db: app.deps.db, now: () => now });
}

async function workAll(): Promise<void> {
  const deps = { ...app.deps, log: pino({ level: 'silent' }) };
  const worker = startJobWorker(deps, reviewReminderJobs);
  await vi.waitFor(async () => {
    const open = await actingAs(app.databases.app, { as: 'system' }, (tx) =>
      tx
        .selectFrom('job')
        .select('id')
        .where('ended_at', 'is', null)
        .where('kind', '=', 'policy-review-reminder')
        .execute(),
    );
    if (open.length > 0) throw new Error('Work is left.');
  }, 10_000);
  await worker.stop();
}

const mailsTo = async ({ agency }: AgencyForTests) =>
  (await app.outbox()).filter(
    ({ kind, text }) => kind === 'policy-review-due' && text?.includes(agency.name),
  );

describe('ahead of the review of a policy', () => {
  it('coordinator and executive are reminded 60, 30 and 7 days before, once each', async () => {
    const agency = await anAgency(app.databases);
    await aPolicy(agency, { details: { reviewOn: reviewOn as CalendarDate } });
    expect(await ask(61)).toBe(0);
    expect(await ask(60)).toBe(1);
    await workAll();
    const mails = await mailsTo(agency);
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(
      [agency.coordinator.email, agency.executive.email].sort(),
    );
    expect(await ask(45)).toBe(0);
    expect(await ask(30)).toBe(1);
    await workAll();
    expect(await ask(7)).toBe(1);
    await workAll();
    expect(await ask(3)).toBe(0);
    expect(await mailsTo(agency)).toHaveLength(6);
  });

  it('a step that was missed is not made up for, and one whose day moved is dropped', async () => {
    const agency = await anAgency(app.databases);
    await aPolicy(agency, { details: { reviewOn: reviewOn as CalendarDate } });
    expect(await ask(5)).toBe(1);
    expect(await ask(5)).toBe(0);
    await agency.as((tx) => setNextReview(tx, agency.act(), addDays(reviewOn, 365)));
    await workAll();
    expect(await mailsTo(agency)).toEqual([]);
    expect(await ask(-1)).toBe(0);
  });
});
