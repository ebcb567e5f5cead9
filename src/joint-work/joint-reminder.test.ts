import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { jobHandlers } from '../job-handlers.ts';
import { type JobWorker, startJobWorker } from '../jobs/job-worker.ts';
import { aJointStage, type JointStage } from '../testing/joint-stage.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import type { ActionItemContent } from './action-item.ts';
import { addAction } from './action-item-actions.ts';
import { answerCheckIn } from './check-in-actions.ts';
import { askedFrom, halfYearOf } from './half-year.ts';
import { askForJointReminders } from './joint-reminder-actions.ts';

let app: TestApp;
let worker: JobWorker;
let stage: JointStage;
let now: Date;
const today = dayIn('America/Chicago', new Date());
const noon = (day: CalendarDate) => new Date(`${day}T17:00:00Z`);
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
  worker = startJobWorker(app.deps, jobHandlers);
});
afterAll(async () => {
  await worker.stop();
  await app.close();
});
beforeEach(async () => {
  now = new Date();
  stage = await aJointStage(app.databases);
  await asOwner(
    app.ownerUrl,
    "delete from job; delete from joint_action; delete from mail_message; update partnership set state = 'ended', ended_at = now(), ended_by_side = 'agency', end_reason = '' where id <> '" +
      stage.partnership.id +
      "'",
  );
});

/** Asks for what is due, has it done, and answers how much there was. */
async function look(): Promise<number> {
  const asked = await askForJointReminders(app.deps);
  worker.wake();
  await expect
    .poll(() => asOwner(app.ownerUrl, 'select id from job where ended_at is null'), { timeout: 5_000 })
    .toEqual([]);
  return asked;
}

async function mails(kind: string) {
  const all = (await app.outbox()).filter((mail) => mail.kind === kind);
  return all.map(({ recipient, text }) => ({ recipient, text }));
}

const add = (wanted: Partial<ActionItemContent>) =>
  stage.on('agency', (tx, act) =>
    addAction(
      tx,
      act,
      { what: 'Print cards', ownerSide: 'partner', ownerName: 'Lee Liaison', dueOn: today, ...wanted },
      undefined,
    ),
  );

describe('the weekly letter about actions', () => {
  it('goes once a week to the side that sees to them, with what is late', async () => {
    await add({ what: 'Print cards', dueOn: addDays(today, -2) });
    await add({ what: 'Train dispatch', dueOn: addDays(today, 6) });
    await add({ what: 'Much later', dueOn: addDays(today, 30) });
    expect(await look()).toBeGreaterThanOrEqual(1);
    const [mail, ...others] = await mails('joint-actions-due');
    expect(others).toEqual([]);
    expect(mail?.recipient).toBe(stage.partnership.representative.email);
    expect(mail?.text).toMatch(
      /- Print cards \(Lee Liaison, .*, overdue\)\n- Train dispatch \(Lee Liaison, [^)]*\d\)/,
    );
    expect(mail?.text).not.toContain('Much later');
    expect(mail?.text).toContain(
      `/partner/${stage.partnership.partner}/partnerships/${stage.partnership.id}/actions`,
    );
    await look();
    expect(await mails('joint-actions-due')).toHaveLength(1);
    now = new Date(now.getTime() + 8 * 86_400_000);
    await look();
    expect(await mails('joint-actions-due')).toHaveLength(2);
  });

  it('goes to each side about its own', async () => {
    await add({ ownerSide: 'agency', ownerName: '' });
    await look();
    expect((await mails('joint-actions-due')).map(({ recipient }) => recipient)).toEqual([
      stage.agency.coordinator.email,
    ]);
  });
});

describe('the letter “How is it going?”', () => {
  const half = halfYearOf(today);
  const long = () =>
    asOwner(app.ownerUrl, "update partnership set confirmed_at = now() - interval '300 days' where id = $1", [
      stage.partnership.id,
    ]);

  it('goes once in the last two months of a half-year, to the side that has not answered', async () => {
    await long();
    const answer = {
      ratings: { respect: 4, reach: 3, handover: 5, meetings: 2, 'people-helped': 4 },
      goingWell: '',
      wouldHelp: '',
      isLiaisonInPlace: true,
    } as const;
    await stage.on('agency', (tx, act) => answerCheckIn(tx, act, { revision: 0, answer, today }));
    now = noon(addDays(askedFrom(half), -1));
    await look();
    expect(await mails('check-in-asked')).toEqual([]);
    now = noon(askedFrom(half));
    await look();
    await look();
    const [mail, ...others] = await mails('check-in-asked');
    expect(others).toEqual([]);
    expect(mail?.recipient).toBe(stage.partnership.representative.email);
    expect(mail?.text).toContain('/check-ins/answer');
  });

  it('asks nothing of a partnership that has just begun', async () => {
    now = noon(addDays(half.endsOn, -1));
    await asOwner(app.ownerUrl, 'update partnership set confirmed_at = $1 where id = $2', [
      noon(addDays(half.endsOn, -40)),
      stage.partnership.id,
    ]);
    await look();
    expect(await mails('check-in-asked')).toEqual([]);
  });
});
