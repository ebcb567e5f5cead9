import type { Transaction } from '../database/acting.ts';
import type { Deps } from '../http/environment.ts';
import type { Outcome } from '../outcome.ts';
import type { Job, JobRefusal } from './job.ts';

/** What work needs of the program: it may run in a thread that serves nobody. */
export type JobDeps = Pick<Deps, 'config' | 'db' | 'files' | 'log' | 'now'>;

/** One piece of work as its handler sees it. */
export interface JobWork {
  readonly job: Job;
  readonly deps: JobDeps;
  /** Says how far the work is. Throws JobStopped when it shall not go on; let that pass. */
  report(done: number, total?: number): void;
  /**
   * Marks the work as done inside the transaction that does it: both happen or neither. Throws JobStopped when another
   * process has taken the work over.
   */
  settle(tx: Transaction): Promise<void>;
}

/** Does the work and settles it in its last transaction, or answers why it can't be done. */
export type JobHandler = (work: JobWork) => Promise<Outcome<undefined, JobRefusal>>;

export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** `cancelled` by a person, `lost` to another process, or `stopping` with this one. */
export type StopReason = 'cancelled' | 'lost' | 'stopping';

export class JobStopped extends Error {
  override readonly name = 'JobStopped';
  readonly reason: StopReason;

  constructor(reason: StopReason) {
    super(`The work was stopped: ${reason}.`);
    this.reason = reason;
  }
}

/** The reason when an error, or what caused it, is that work was stopped. */
export function stopReasonOf(error: unknown): StopReason | undefined {
  if (error instanceof JobStopped) return error.reason;
  return error instanceof Error && error.cause ? stopReasonOf(error.cause) : undefined;
}
