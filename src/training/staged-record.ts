import type { PersonName } from '../person-name/person-name.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { Judgement, RecordMatchState, TrainingRecordId } from './stored-record.ts';
import type { TrainingRecord } from './training-record.ts';
import type { RowNote } from './training-row.ts';

/** One staged line as the preview shows it. */
export interface StagedRecord {
  readonly row: number;
  /** Undefined for a row that was refused. */
  readonly id: TrainingRecordId | undefined;
  readonly staffId: StaffId | undefined;
  readonly remark: string;
  readonly notes: readonly RowNote[];
  readonly name: PersonName;
  readonly employeeNumber: string;
  readonly record: TrainingRecord;
  readonly match: RecordMatchState | undefined;
  readonly matchReason: string;
  readonly verdict: Judgement['verdict'] | undefined;
}
