import type { CopyValue } from '../database/copying.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { courseKey } from './course-title.ts';
import { personKey, recordId } from './record-key.ts';
import type { MatchCandidate } from './record-matching.ts';
import type { Judgement, RecordMatchState } from './stored-record.ts';
import type { DateField } from './training-dates.ts';
import type { RowNote, TrainingRow } from './training-row.ts';

/** Whose a record was found to be. */
export interface FoundMatch {
  readonly state: RecordMatchState;
  readonly staffId: StaffId | undefined;
  readonly reason: string;
  readonly candidates: readonly MatchCandidate<StaffId>[];
}

/** The columns of a record as it comes in, in the order `recordValues` gives them. */
export const recordColumns = [
  'id',
  'other_id',
  'notes',
  'staff_id',
  'match',
  'match_reason',
  'candidates',
  'person_key',
  'employee_number',
  'family_name',
  'given_name',
  'middle_name',
  'suffix',
  'course_key',
  'course_title',
  'course_code',
  'hours',
  'provider',
  'result',
  'started_on',
  'completed_on',
  'expires_on',
  'verdict',
  'program',
  'why_code',
  'valid_until',
  'day_of',
] as const;

export function recordValues(
  { name, employeeNumber, record, notes }: Pick<TrainingRow, 'name' | 'employeeNumber' | 'record' | 'notes'>,
  match: FoundMatch,
  judgement: Judgement,
): readonly CopyValue[] {
  const person = personKey(employeeNumber, name);
  const written = datesWritten(notes);
  return [
    recordId(person, record, written),
    written === nothingWritten ? undefined : recordId(person, record),
    notes.length > 0 ? JSON.stringify(notes) : undefined,
    match.staffId,
    match.state,
    match.reason,
    match.candidates.length > 0 ? JSON.stringify(match.candidates) : undefined,
    person,
    employeeNumber,
    name.family,
    name.given,
    name.middle,
    name.suffix,
    courseKey(record.title, record.code),
    record.title,
    record.code ?? '',
    record.hours,
    record.provider ?? '',
    record.result ?? '',
    record.startedOn,
    record.completedOn,
    record.expiresOn,
    judgement.verdict,
    judgement.program,
    judgement.why,
    judgement.validUntil,
    judgement.dayOf,
  ];
}

const nothingWritten: Readonly<Partial<Record<DateField, string>>> = {};

/** The dates of a line that can't be read as they are written. */
function datesWritten(notes: readonly RowNote[]): Readonly<Partial<Record<DateField, string>>> {
  if (notes.length === 0) return nothingWritten;
  const texts = notes.flatMap((note) =>
    note.code === 'date-unreadable' || note.code === 'date-taken' ? [[note.field, note.text] as const] : [],
  );
  return texts.length === 0 ? nothingWritten : Object.fromEntries(texts);
}
