import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Course } from './course.ts';
import { dayOfClassKey } from './daily-rows.ts';
import { qualifyPerson } from './programs-held.ts';
import { type QualifyingRecord, qualifyRecord } from './qualifying-record.ts';
import { isRecertification } from './recertification.ts';
import type { Recognition } from './recognition.ts';
import type { Judgement, TrainingRecordId } from './stored-record.ts';
import type { TrainingRecord } from './training-record.ts';

/** A verdict that is kept must not change by the passing of a day; who reads it leaves out what lies ahead. */
const endOfTime = '9999-12-31' as CalendarDate;

/** Judges one record by itself. */
export function judgeRecord(record: TrainingRecord, recognize: (course: Course) => Recognition): Judgement {
  const recognition = recognize(record);
  const qualifying = qualifyRecord(record, { today: endOfTime, recognize: () => recognition });
  return judgementOf(qualifying, dayOfClassKey(record, recognition) ?? '');
}

/** Why a recertification counts. Every recertification's code begins alike, so that the database finds them. */
const renewalCode = 'recertification-qualifies';

export interface RecordToJudge extends TrainingRecord {
  readonly id: TrainingRecordId;
}

/** A judgement and the class the record is a line of, when that has several. */
export interface ClassJudgement extends Judgement {
  readonly id: TrainingRecordId;
  /** Lines of the class; 1 for a record by itself. */
  readonly rows: number;
  /** The line that carries the worth of the class: the one that reaches its hours. */
  readonly classId: TrainingRecordId | undefined;
}

/**
 * Judges records of one person that depend on each other: days that reach the hours become one class, and
 * recertifications renew what was held before.
 */
export function judgeDays(
  records: readonly RecordToJudge[],
  recognize: (course: Course) => Recognition,
): readonly ClassJudgement[] {
  return qualifyPerson(records, { today: endOfTime, recognize }).flatMap(({ rows, qualifying }) => {
    const last = rows.at(-1);
    if (!last || rows.length === 1)
      return rows.map((row) => ({
        ...judgementOf(qualifying, dayOfClassKey(row, recognize(row)) ?? ''),
        id: row.id,
        rows: 1,
        classId: undefined,
      }));
    return rows.map((row): ClassJudgement => {
      const dayOf = dayOfClassKey(row, recognize(row)) ?? '';
      const own = { id: row.id, rows: rows.length, classId: last.id };
      if (row === last) return { ...judgementOf(qualifying, dayOf), ...own };
      return { verdict: 'day-of-class', program: qualifying.program, why: 'day-of-class', dayOf, ...own };
    });
  });
}

function judgementOf(qualifying: QualifyingRecord, dayOf: string): Judgement {
  const { verdict, program, why } = qualifying;
  const validUntil = verdict === 'counts' ? qualifying.validUntil : undefined;
  const code = why.code === 'qualifies' && isRecertification(why.course) ? renewalCode : why.code;
  return { verdict, program, why: code, ...(validUntil && { validUntil }), dayOf };
}
