import { actingAs, type Transaction } from '../database/acting.ts';
import type { Job, JobTake } from './job.ts';
import { claimNextJob, updateJobEnded, updateJobReleased, updateProgress } from './job-store.ts';
import {
  type JobDeps,
  type JobHandlers,
  JobStopped,
  type JobWork,
  type StopReason,
  stopReasonOf,
} from './job-work.ts';

export interface JobWorker {
  /** Looks for waiting work soon. */
  wake(): void;
  /** Hands the work under way back and ends. */
  stop(): Promise<void>;
}

/** How soon work is found that another process posted, or that a process left when it died. */
const pollMilliseconds = 1_000;
const signMilliseconds = 500;

/** Does the work that waits, one piece after the other; several threads and processes share it. */
export function startJobWorker(deps: JobDeps, handlers: JobHandlers, take: JobTake = 'any'): JobWorker {
  let isStopping = false;
  let isWoken = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let underWay: WorkUnderWay | undefined;

  const workAll = async () => {
    do {
      isWoken = false;
      while (!isStopping) {
        const job = await asSystem(deps, (tx) => claimNextJob(tx, take));
        if (!job) break;
        underWay = new WorkUnderWay(job, deps);
        await doWork(underWay, handlers);
        underWay = undefined;
      }
      // Work posted while the last look was under way may have been missed by it.
    } while (isWoken && !isStopping);
  };
  const run = () => {
    clearTimeout(timer);
    isWoken = true;
    running ??= workAll()
      .catch((error: unknown) => deps.log.error({ err: error }, 'work paused'))
      .finally(() => {
        running = undefined;
        if (!isStopping) timer = setTimeout(run, pollMilliseconds);
      });
  };
  run();
  return {
    wake: run,
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      underWay?.stop('stopping');
      await running;
    },
  };
}

async function doWork(work: WorkUnderWay, handlers: JobHandlers): Promise<void> {
  const { job, deps } = work;
  const signs = setInterval(() => work.giveSign(), signMilliseconds);
  try {
    const handler = handlers[job.kind];
    if (!handler) throw new Error(`Nobody does work of the kind "${job.kind}".`);
    const outcome = await handler(work);
    if (!outcome.ok) await asSystem(deps, (tx) => updateJobEnded(tx, job, 'refused', outcome.refusal));
  } catch (error) {
    await endUnfinished(work, error);
  } finally {
    clearInterval(signs);
  }
}

/** Work that failed is tried again, a few times: the database may have been away. */
async function endUnfinished({ job, deps }: WorkUnderWay, error: unknown): Promise<void> {
  const reason = stopReasonOf(error);
  if (reason === 'lost') return;
  if (reason === 'cancelled') {
    await asSystem(deps, (tx) => updateJobEnded(tx, job, 'cancelled'));
    return;
  }
  if (reason === 'stopping') {
    await asSystem(deps, (tx) => updateJobReleased(tx, job, 'does-not-count'));
    return;
  }
  deps.log.error({ err: error, job: job.id, kind: job.kind, attempt: job.attempt }, 'work failed');
  if (job.attempt < attemptsOfFailingWork) {
    await asSystem(deps, (tx) => updateJobReleased(tx, job, 'counts'));
    return;
  }
  await asSystem(deps, (tx) => updateJobEnded(tx, job, 'failed', { code: 'work-failed' }));
}

const attemptsOfFailingWork = 2;

class WorkUnderWay implements JobWork {
  readonly job: Job;
  readonly deps: JobDeps;
  #done = 0;
  #total: number | undefined;
  #stopped: StopReason | undefined;
  #isGivingSign = false;

  constructor(job: Job, deps: JobDeps) {
    this.job = job;
    this.deps = deps;
  }

  report(done: number, total?: number): void {
    if (this.#stopped) throw new JobStopped(this.#stopped);
    this.#done = done;
    this.#total = total;
  }

  async settle(tx: Transaction): Promise<void> {
    if (this.#stopped) throw new JobStopped(this.#stopped);
    if (!(await updateJobEnded(tx, this.job, 'done'))) throw new JobStopped('lost');
  }

  stop(reason: StopReason): void {
    this.#stopped ??= reason;
  }

  /** One sign at a time: when the database is slow, the next one waits its turn. */
  giveSign(): void {
    if (this.#isGivingSign || this.#stopped) return;
    this.#isGivingSign = true;
    const steps = { done: this.#done, total: this.#total };
    asSystem(this.deps, (tx) => updateProgress(tx, this.job, steps))
      .then((standing) => {
        if (!standing) this.stop('lost');
        else if (standing.isCancelAsked) this.stop('cancelled');
      })
      .catch((error: unknown) =>
        this.deps.log.warn({ err: error, job: this.job.id }, 'no sign of work given'),
      )
      .finally(() => {
        this.#isGivingSign = false;
      });
  }
}

function asSystem<Result>(deps: JobDeps, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return actingAs(deps.db.app, { as: 'system' }, work);
}
