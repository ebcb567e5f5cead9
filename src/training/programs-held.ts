import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Program, programs } from '../campaign-rules/program.ts';
import { addUpDailyRows, type DaysSoFar } from './daily-rows.ts';
import {
  isHeldOn,
  type QualifyingContext,
  type QualifyingRecord,
  qualifyRecord,
} from './qualifying-record.ts';
import { waitsForEarlier } from './recertification.ts';
import type { TrainingRecord } from './training-record.ts';

/** A class one person took, the rows it was read from, and what it is worth. */
export interface QualifyingClass<R extends TrainingRecord> {
  readonly record: TrainingRecord;
  readonly rows: readonly R[];
  readonly qualifying: QualifyingRecord;
}

/** Judges all records of one person: daily rows are added up first, and recertifications renew what was held before. Every row is in exactly one class. */
export function qualifyPerson<R extends TrainingRecord>(
  records: readonly R[],
  context: QualifyingContext,
): readonly QualifyingClass<R>[] {
  const classes = addUpDailyRows(records, context.recognize).map(({ record, rows, soFar }) => ({
    record,
    rows,
    qualifying: addedUp(qualifyRecord(record, { ...context, rows: rows.length }), soFar),
  }));
  return classes.some(({ qualifying }) => waitsForEarlier(qualifying)) ? renewed(classes, context) : classes;
}

/** What a day that is too short says once the other days of its class are added. */
function addedUp(qualifying: QualifyingRecord, soFar: DaysSoFar | undefined): QualifyingRecord {
  if (!soFar || qualifying.verdict === 'counts' || qualifying.why.code !== 'too-few-hours') return qualifying;
  const known = { ...qualifying.why.known, hours: soFar.hours };
  return { ...qualifying, why: { ...qualifying.why, known, rows: soFar.rows } };
}

/** Settles what recertifications are worth, the earliest first: one that counts may be what the next one renews. */
function renewed<R extends TrainingRecord>(
  classes: readonly QualifyingClass<R>[],
  context: QualifyingContext,
): readonly QualifyingClass<R>[] {
  const settled = new Map(classes.map((one) => [one, one]));
  const waiting = classes.filter(({ qualifying }) => waitsForEarlier(qualifying)).sort(byCompletion);
  for (const one of waiting) {
    const earlier = [...settled.values()]
      .filter(({ qualifying }) => qualifying.program === one.qualifying.program)
      .map(({ record, qualifying }) => ({ completedOn: record.completedOn, qualifying }));
    const qualifying = qualifyRecord(one.record, { ...context, rows: one.rows.length, earlier });
    settled.set(one, { ...one, qualifying });
  }
  return [...settled.values()];
}

function byCompletion(one: QualifyingClass<TrainingRecord>, other: QualifyingClass<TrainingRecord>): number {
  const [on, otherOn] = [one.record.completedOn ?? '', other.record.completedOn ?? ''];
  return on < otherOn ? -1 : Number(on > otherOn);
}

/** The programs one person holds on a day, each once, in the order of `programs`. */
export function programsHeld(records: readonly QualifyingRecord[], day: CalendarDate): readonly Program[] {
  const held = new Set(records.filter((record) => isHeldOn(record, day)).map(({ program }) => program));
  return programs.filter((program) => held.has(program));
}
