import type { StaffId } from '../roster/staff-member.ts';

/** Of two people of the roster: the records of the first go over to the second. */
export interface RecordMove {
  readonly from: StaffId;
  readonly to: StaffId;
}

/** A record as a row of the database, whole. */
export type RecordImage = Readonly<Record<string, unknown>> & { readonly id: string };

/** What went over with a person who was merged into another: all that taking it back needs. */
export interface MovedRecords {
  readonly records: readonly string[];
  /** The records that the other had. */
  readonly ofKept: readonly string[];
  /** Whom as written somebody had said to be the person. */
  readonly decisions: readonly string[];
}

/** Those that moved, and the records that waited because it wasn't clear which of the two they are about, as they were. */
export interface SettledRecords extends MovedRecords {
  readonly waiting: readonly RecordImage[];
}
