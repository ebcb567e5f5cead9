import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { jobHandlers } from '../job-handlers.ts';
import { type JobWorker, startJobWorker } from '../jobs/job-worker.ts';
import { addStaffMember } from '../roster/roster-actions.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile } from '../testing/training-file.ts';
import { askForReminders } from './expiry-reminder-actions.ts';

let app: TestApp;
let agency: AgencyForTests;
let worker: JobWorker;
let now = new Date('2026-06-15T17:00:00Z');
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
  await asOwner(app.ownerUrl, 'delete from job; delete from mail_message');
  agency = await anAgency(app.databases);
});

/** Someone whose Mental Health First Aid was completed so many months before today. */
async function trained(monthsAgo: number): Promise<void> {
  const completed = new Date(now);
  completed.setUTCMonth(completed.getUTCMonth() - monthsAgo);
  const day = completed.toISOString().slice(0, 10);
  await agency.as((tx) =>
    addStaffMember(tx, agency.agency.id, {
      name: { family: 'Quillfeather', given: 'Dana', middle: '', suffix: '' },
      employeeNumber: '412',
      badge: '',
      kind: 'sworn',
      rank: 'Officer',
      unit: '',
      shift: '',
      email: '',
    }),
  );
  const importer = { agency: agency.agency, person: agency.coordinator.id };
  await importTrainingFile(
    app.deps,
    importer,
    `ID,Name,Course,Hours,Completed\n412,"Quillfeather, Dana",Mental Health First Aid,8,${day}\n`,
  );
}

const look = async () => {
  const asked = await askForReminders(app.deps);
  worker.wake();
  await expect
    .poll(() => asOwner(app.ownerUrl, 'select id from job where ended_at is null'), { timeout: 5_000 })
    .toEqual([]);
  return asked;
};
const mails = async () =>
  (await app.outbox()).filter(
    ({ kind, recipient }) => kind === 'training-ending' && recipient === agency.coordinator.email,
  );

describe('the reminder of what ends soon', () => {
  it('goes to the coordinator once a month, with figures and without names', async () => {
    await trained(32);
    expect(await look()).toBeGreaterThan(0);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toBeDefined();
    expect(mail?.text).toMatch(/1 person, the first on \w+ \d+, \d{4}/);
    expect(mail?.text).toContain(`/workspace/${agency.agency.slug}/training/expiring`);
    expect(mail?.text).not.toContain('Quillfeather');
    expect(await look()).toBe(0);
    now = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 2));
    expect(await look()).toBeGreaterThan(0);
    expect(await mails()).toHaveLength(2);
  });

  it('is not sent while nothing ends within 180 days', async () => {
    await trained(12);
    await look();
    expect(await mails()).toEqual([]);
  });
});
