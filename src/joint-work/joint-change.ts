import type { Side } from '../partnership/partnership.ts';

/** One change of a meeting, action or training, as both sides read it. */
export interface JointChange {
  readonly at: Date;
  readonly side: Side;
  /** As the account was called then. */
  readonly personName: string;
  /** What was done: `meeting-planned`. */
  readonly act: string;
  /** Which fields it changed. */
  readonly fields: readonly string[];
}
