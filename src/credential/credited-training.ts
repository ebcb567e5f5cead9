import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Program } from '../campaign-rules/program.ts';
import type { QualifyingClass } from '../training/programs-held.ts';
import type { StoredRecord, TrainingRecordId } from '../training/stored-record.ts';

/** A completed training that counts, and so can have a credential. */
export interface CreditedTraining {
  /** The record it stands on; of a class in several rows the first. */
  readonly record: TrainingRecordId;
  readonly program: Program;
  readonly course: string;
  readonly completedOn: CalendarDate;
  /** The last day it counts. */
  readonly validUntil: CalendarDate | undefined;
}

export function creditedTrainings(
  classes: readonly QualifyingClass<StoredRecord>[],
): readonly CreditedTraining[] {
  return classes.flatMap(({ record, rows: [first], qualifying }) => {
    if (qualifying.verdict !== 'counts' || !first) return [];
    const { program, completedOn, validUntil } = qualifying;
    const course = record.title || record.code || program;
    return [{ record: first.id, program, course, completedOn, validUntil }];
  });
}
