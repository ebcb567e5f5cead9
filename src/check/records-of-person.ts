import type { CalendarDate } from '../calendar/calendar-date.ts';
import { nameKey } from '../person-name/person-name.ts';
import { staffNumberKey } from '../roster/staff-number.ts';
import type { Course } from '../training/course.ts';
import { type QualifyingClass, qualifyPerson } from '../training/programs-held.ts';
import type { Recognition } from '../training/recognition.ts';
import { matchRecord, type RecordMatch } from '../training/record-matching.ts';
import { staffIndex } from '../training/staff-index.ts';
import type { TrainingRecord } from '../training/training-record.ts';
import type { TrainingRow } from '../training/training-row.ts';
import type { CountedPerson } from './roster-count.ts';

/** A record that remembers its row. */
export interface NumberedRecord extends TrainingRecord {
  readonly row: number;
}

/** The records of one person, and whom on the roster they are about. */
export interface RecordsOfPerson {
  readonly match: RecordMatch<string>;
  readonly rows: readonly TrainingRow[];
  readonly classes: readonly QualifyingClass<NumberedRecord>[];
}

export interface RecordsContext {
  readonly today: CalendarDate;
  readonly recognize: (course: Course) => Recognition;
}

/** Records with one number and name are one person's; records that match one person of the roster are theirs. */
export function recordsByPerson(
  rows: readonly TrainingRow[],
  everybody: readonly CountedPerson[],
  context: RecordsContext,
): readonly RecordsOfPerson[] {
  const index = staffIndex(
    everybody.map(({ id, person }) => ({
      id,
      name: person.name,
      employeeNumber: person.employeeNumber,
      badge: person.badge,
    })),
  );
  const found = new Map<string, { readonly match: RecordMatch<string>; readonly rows: TrainingRow[] }>();
  for (const row of rows.toSorted((one, other) => one.row - other.row)) {
    const match = matchRecord(index, row);
    const key =
      match.kind === 'matched'
        ? `staff ${match.staffId}`
        : `${match.kind} ${nameKey(row.name)}|${staffNumberKey(row.employeeNumber)}`;
    const own = found.get(key);
    if (own) own.rows.push(row);
    else found.set(key, { match, rows: [row] });
  }
  return Array.from(found.values(), ({ match, rows: own }) => {
    const records = own.map(({ row, record }) => ({ ...record, row }));
    return { match, rows: own, classes: qualifyPerson(records, context) };
  });
}
