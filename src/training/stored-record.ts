import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Program } from '../campaign-rules/program.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { QualifyingRecord } from './qualifying-record.ts';
import type { RecordMatch } from './record-matching.ts';
import type { TrainingRecord } from './training-record.ts';
import type { RowNote } from './training-row.ts';

export type TrainingRecordId = Brand<'TrainingRecordId'>;

/**
 * Whose a record is. `matched` and `flagged` were settled by number and name, `flagged` ones so that somebody may
 * look; `doubtful` and `unmatched` wait for somebody; `by-hand` and `set-aside` is what they said; `entered` was
 * typed in for a person.
 */
export type RecordMatchState = RecordMatch<string>['kind'] | 'flagged' | 'by-hand' | 'set-aside' | 'entered';

/** Where a record came from that neither a file nor anybody's typing brought: the id is the session's or certificate's. */
export interface RecordOrigin {
  readonly from: 'class-session' | 'certificate';
  readonly id: string;
}

/** What an agency keeps of one record, beside the person it is about. */
export interface StoredRecord extends TrainingRecord {
  readonly id: TrainingRecordId;
  readonly staffId: StaffId | undefined;
  readonly match: RecordMatchState;
  readonly matchReason: string;
  readonly name: PersonName;
  readonly employeeNumber: string;
  readonly file: { readonly import: string; readonly name: string; readonly row: number } | undefined;
  readonly origin: RecordOrigin | undefined;
  /** What could not be read in its line, or was read otherwise than it is written. */
  readonly notes: readonly RowNote[];
  readonly removal: { readonly reason: string } | undefined;
}

/**
 * What a record is worth by what was decided so far, whatever the day: a completion that lies ahead `counts` from
 * its day on. `day-of-class` is one of several lines that are one class: the last of them carries its worth.
 */
export interface Judgement {
  readonly verdict: QualifyingRecord['verdict'] | 'day-of-class';
  readonly program: Program | 'none';
  /** The code of the reason: see `QualifyingReason`. Those of recertifications begin with `recertification-`. */
  readonly why: string;
  /** The last day it counts; absent when it doesn't expire. */
  readonly validUntil?: CalendarDate | undefined;
  /** See `dayOfClassKey`; '' when the record can't be a day of a longer class. */
  readonly dayOf: string;
}
