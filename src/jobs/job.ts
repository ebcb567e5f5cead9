import type { Brand } from '../brand.ts';
import type { AgencyId, PersonId } from '../database/acting.ts';

export type JobId = Brand<'JobId'>;

export type JobState = 'waiting' | 'working' | 'done' | 'refused' | 'failed' | 'cancelled';

/** A piece of work too long for a request, done by whichever process claims it. */
export interface Job {
  readonly id: JobId;
  readonly agency: AgencyId;
  readonly kind: string;
  /** The id of what the work is about. */
  readonly subject: string;
  readonly state: JobState;
  /** What the person chose who asked for it, as JSON keeps it. */
  readonly asked: unknown;
  readonly askedBy: PersonId;
  readonly askedAt: Date;
  /** Which beginning of the work this is, from 1. */
  readonly attempt: number;
  readonly stepsDone: number;
  /** Undefined while nobody knows. */
  readonly stepsTotal: number | undefined;
  readonly isCancelAsked: boolean;
  readonly refusal: JobRefusal | undefined;
}

/** Work as somebody asks for it. */
export interface AskedJob {
  readonly kind: string;
  readonly subject: string;
  readonly asked: unknown;
  /** Takes many seconds, and memory: it waits for a thread that does such work. */
  readonly isLong: boolean;
}

/** Which work somebody takes on: `short` leaves what is long to others. */
export type JobTake = 'any' | 'short';

/** Why work came to nothing: codes with their facts, as `Outcome` carries them. */
export interface JobRefusal {
  readonly code: string;
}

export function isLive({ state }: Pick<Job, 'state'>): boolean {
  return state === 'waiting' || state === 'working';
}

/** How far the work is, from 0 to 1; undefined when its end isn't in sight. */
export function fractionDone({ stepsDone, stepsTotal }: Job): number | undefined {
  return stepsTotal === undefined || stepsTotal === 0 ? undefined : Math.min(1, stepsDone / stepsTotal);
}
