import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Program, programs } from '../campaign-rules/program.ts';
import { addUpDailyRows } from './daily-rows.ts';
import {
  isHeldOn,
  type QualifyingContext,
  type QualifyingRecord,
  qualifyRecord,
} from './qualifying-record.ts';
import type { TrainingRecord } from './training-record.ts';

/** A class one person took, the rows it was read from, and what it is worth. */
export interface QualifyingClass<R extends TrainingRecord> {
  readonly record: TrainingRecord;
  readonly rows: readonly R[];
  readonly qualifying: QualifyingRecord;
}

/** Judges all records of one person: daily rows are added up first. Every row is in exactly one class. */
export function qualifyPerson<R extends TrainingRecord>(
  records: readonly R[],
  context: QualifyingContext,
): readonly QualifyingClass<R>[] {
  return addUpDailyRows(records, context.recognize).map(({ record, rows }) => ({
    record,
    rows,
    qualifying: qualifyRecord(record, { ...context, rows: rows.length }),
  }));
}

/** The programs one person holds on a day, each once, in the order of `programs`. */
export function programsHeld(records: readonly QualifyingRecord[], day: CalendarDate): readonly Program[] {
  const held = new Set(records.filter((record) => isHeldOn(record, day)).map(({ program }) => program));
  return programs.filter((program) => held.has(program));
}
