import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import type { Course } from './course.ts';
import { qualifyPerson } from './programs-held.ts';
import { type QualifyingRecord, qualifyRecord } from './qualifying-record.ts';
import type { Recognition } from './recognition.ts';
import type { StoredRecord } from './stored-record.ts';

/** One record as it is handed out: whose it is, what it says, and what it is worth. */
export interface ExportedRecord {
  /** Nobody while its person isn't known. */
  readonly member: StaffMember | undefined;
  readonly record: StoredRecord;
  /** Of the whole class, where the record is one of its lines; undefined for a record that was removed. */
  readonly qualifying: QualifyingRecord | undefined;
  /** Lines that were added up to the class; 1 for a record by itself. */
  readonly lines: number;
  /** The line that stands for its class: the others don't count once more. */
  readonly standsForClass: boolean;
}

export interface RecordJudging {
  readonly today: CalendarDate;
  readonly recognize: (course: Course) => Recognition;
}

/** Every record of one person, the classes judged as a whole, those that were removed last. */
export function exportedRecordsOf(
  member: StaffMember,
  records: readonly StoredRecord[],
  judging: RecordJudging,
): readonly ExportedRecord[] {
  const kept = qualifyPerson(
    records.filter(({ removal }) => !removal),
    judging,
  ).flatMap(({ rows, qualifying }) =>
    rows.map((record) => ({
      member,
      record,
      qualifying,
      lines: rows.length,
      standsForClass: record === rows.at(-1),
    })),
  );
  const removed = records
    .filter(({ removal }) => removal)
    .map((record) => ({ member, record, qualifying: undefined, lines: 1, standsForClass: true }));
  return [...kept, ...removed];
}

/** A record of somebody who isn't known: judged by itself. */
export function exportedRecordOfNobody(record: StoredRecord, judging: RecordJudging): ExportedRecord {
  const qualifying = record.removal ? undefined : qualifyRecord(record, judging);
  return { member: undefined, record, qualifying, lines: 1, standsForClass: true };
}
