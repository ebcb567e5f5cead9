import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { done, refused } from '../outcome.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { cancelJob, findLatestJob, postJob } from './job-actions.ts';
import type { JobHandler, JobHandlers } from './job-work.ts';
import { type JobWorker, startJobWorker } from './job-worker.ts';

let app: TestApp;
let agency: AgencyForTests;
const workers: JobWorker[] = [];
const subject = '0d9a5c1e-6a5f-4f0e-9a55-2f4f3b1f7c11';
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
});
afterEach(async () => {
  for (let worker = workers.pop(); worker; worker = workers.pop()) await worker.stop();
  await asOwner(app.ownerUrl, 'delete from job');
});

function start(handlers: JobHandlers): JobWorker {
  const worker = startJobWorker(app.deps, handlers);
  workers.push(worker);
  return worker;
}

const post = (kind = 'count') =>
  agency.as((tx) =>
    postJob(tx, agency.agency.id, { kind, subject, asked: { to: 3 } }, agency.coordinator.id),
  );
const job = () => agency.as((tx) => findLatestJob(tx, agency.agency.id, subject));
const reaches = (state: string) =>
  expect.poll(async () => (await job())?.state, { timeout: 5_000 }).toBe(state);

/** Settles the work in a transaction that renames the agency, so that a test sees whether both happened. */
const renaming =
  (name: string): JobHandler =>
  async (work) => {
    await agency.as(async (tx) => {
      await tx.updateTable('agency').set({ name }).where('id', '=', agency.agency.id).execute();
      await work.settle(tx);
    });
    return done(undefined);
  };

/** Works until it is stopped. */
const endless: JobHandler = async (work) => {
  for (let step = 1; ; step++) {
    work.report(step, 1_000_000);
    await pause(5);
  }
};

const agencyName = async () => {
  const [row] = await asOwner<{ name: string }>(app.ownerUrl, 'select name from agency where id = $1', [
    agency.agency.id,
  ]);
  return row?.name;
};

describe('work that waits', () => {
  it('is done once, however many processes look for it', async () => {
    let times = 0;
    const handlers: JobHandlers = {
      count: async (work) => {
        times += 1;
        expect(work.job).toMatchObject({ asked: { to: 3 }, attempt: 1, agency: agency.agency.id });
        return renaming('Counted')(work);
      },
    };
    for (let n = 0; n < 4; n++) start(handlers);
    expect(await post()).toBe(true);
    for (const worker of workers) worker.wake();
    await reaches('done');
    expect(times).toBe(1);
    expect(await agencyName()).toBe('Counted');
  });

  it('is posted once at a time for one subject', async () => {
    expect(await post()).toBe(true);
    expect(await post()).toBe(false);
  });

  it('says why it came to nothing', async () => {
    await post();
    start({ count: async () => refused({ code: 'nothing-to-count' }) });
    await reaches('refused');
    expect((await job())?.refusal).toEqual({ code: 'nothing-to-count' });
  });

  it('that fails is tried again, and given up then', async () => {
    const attempts: number[] = [];
    await post();
    start({
      count: async ({ job: { attempt } }) => {
        attempts.push(attempt);
        throw new Error('The database went away.');
      },
    });
    await reaches('failed');
    expect(attempts).toEqual([1, 2]);
  });
});

describe('work under way', () => {
  it('tells how far it is and stops when somebody asks', async () => {
    await post();
    start({ count: endless });
    await expect.poll(async () => (await job())?.stepsDone, { timeout: 5_000 }).toBeGreaterThan(0);
    expect((await job())?.stepsTotal).toBe(1_000_000);
    await agency.as((tx) => cancelJob(tx, agency.agency.id, subject));
    await reaches('cancelled');
  });

  it('is handed back when its process stops in order, and done by the next', async () => {
    await post();
    const worker = start({ count: endless });
    await reaches('working');
    await worker.stop();
    expect(await job()).toMatchObject({ state: 'waiting', attempt: 0 });
    start({ count: renaming('Done by the next') });
    await reaches('done');
  });

  it('is taken over from a process that is gone; what that one still does is not taken', async () => {
    await post();
    const slow = Promise.withResolvers<void>();
    start({
      count: async (work) => {
        await slow.promise;
        return renaming('Too late')(work);
      },
    });
    await reaches('working');
    await asOwner(app.ownerUrl, "update job set claimed_until = now() - interval '1 second'");
    start({ count: renaming('Taken over') });
    await reaches('done');
    slow.resolve();
    await pause(300);
    expect(await job()).toMatchObject({ state: 'done', attempt: 2 });
    expect(await agencyName()).toBe('Taken over');
  });

  it('that no process survives is given up', async () => {
    await post();
    await asOwner(
      app.ownerUrl,
      "update job set state = 'working', attempts = 3, claimed_until = now() - interval '1 second'",
    );
    start({ count: renaming('Never') });
    await reaches('failed');
    expect((await job())?.refusal).toEqual({ code: 'gave-up' });
  });
});

describe('the work of an agency', () => {
  it('is seen by itself alone', async () => {
    await post();
    const other = await anAgency(app.databases);
    const seen = await other.as((tx) => tx.selectFrom('job').select('id').execute());
    expect(seen).toEqual([]);
  });
});
