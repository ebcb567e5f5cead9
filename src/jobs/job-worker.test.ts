import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import { done, refused } from '../outcome.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import type { JobTake } from './job.ts';
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

function start(handlers: JobHandlers, take?: JobTake): JobWorker {
  const worker = startJobWorker(app.deps, handlers, take);
  workers.push(worker);
  return worker;
}

const post = (kind = 'count') =>
  agency.as((tx) =>
    postJob(tx, agency.agency.id, { kind, subject, asked: { to: 3 }, isLong: false }, agency.coordinator.id),
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
  it('is what a subject shows, even when a clock that ran ahead dated ended work later', async () => {
    await post('plan');
    await agency.as((tx) => cancelJob(tx, agency.agency.id, subject));
    await asOwner(app.ownerUrl, `update job set asked_at = now() + interval '1 hour'`);
    expect(await job()).toMatchObject({ kind: 'plan', state: 'cancelled' });
    await post('commit');
    expect(await job()).toMatchObject({ kind: 'commit', state: 'waiting' });
  });

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

describe('the work of several agencies', () => {
  /** Posts so many pieces of work, each about something of its own. */
  const postMany = async (of: AgencyForTests, count: number, isLong = false) => {
    for (let place = 0; place < count; place++) {
      const wanted = { kind: 'note', subject: randomUUID(), asked: {}, isLong };
      await of.as((tx) => postJob(tx, of.agency.id, wanted, of.coordinator.id));
    }
  };
  const names = (...agencies: readonly AgencyForTests[]) => agencies.map((one) => one.agency.id);
  /** Notes whose work was begun, and settles it. */
  const noting =
    (begun: string[], until: Promise<void> = Promise.resolve()): JobHandler =>
    async (work) => {
      begun.push(work.job.agency);
      await until;
      await actingAs(app.deps.db.app, { as: 'system' }, (tx) => work.settle(tx));
      return done(undefined);
    };
  const isOver = () =>
    expect
      .poll(async () => (await asOwner(app.ownerUrl, 'select from job where ended_at is null')).length, {
        timeout: 10_000,
      })
      .toBe(0);

  it('is done in turns: who queued many files does not keep the others waiting', async () => {
    const [second, third] = [await anAgency(app.databases), await anAgency(app.databases)];
    await postMany(agency, 4);
    await postMany(second, 2);
    await postMany(third, 1);
    const begun: string[] = [];
    start({ note: noting(begun) });
    await isOver();
    expect(begun).toEqual(names(agency, second, third, agency, second, agency, agency));
  });

  it('goes first to an agency that has none under way', async () => {
    const other = await anAgency(app.databases);
    const [begun, slow] = [[] as string[], Promise.withResolvers<void>()];
    await postMany(agency, 3);
    start({ note: noting(begun, slow.promise) });
    await expect.poll(() => begun.length, { timeout: 5_000 }).toBe(1);
    // The other agency has had its turn just now; the first has had none that ended.
    await asOwner(
      app.ownerUrl,
      `insert into job (agency_id, kind, subject_id, asked_by, state, ended_at)
       values ($1, 'note', gen_random_uuid(), $2, 'done', now())`,
      [other.agency.id, other.coordinator.id],
    );
    await postMany(other, 1);
    const beside: string[] = [];
    const quick = start({ note: noting(beside) });
    await expect.poll(() => beside.length, { timeout: 5_000 }).toBeGreaterThan(0);
    await quick.stop();
    slow.resolve();
    await isOver();
    expect(beside[0]).toBe(other.agency.id);
  });

  it('that is short is done beside long work, which waits for who does such', async () => {
    const other = await anAgency(app.databases);
    await postMany(agency, 1, true);
    await postMany(other, 1);
    const begun: string[] = [];
    start({ note: noting(begun) }, 'short');
    await expect.poll(() => begun, { timeout: 5_000 }).toEqual(names(other));
    await pause(200);
    expect(begun).toEqual(names(other));
    start({ note: noting(begun) });
    await isOver();
    expect(begun).toEqual(names(other, agency));
  });
});
