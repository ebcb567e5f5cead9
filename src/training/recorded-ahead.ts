import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { TrainingRecord } from './training-record.ts';
import type { RowNote } from './training-row.ts';

/**
 * A class that was written down before its day may not have been held, or not with this person. So a completion that
 * lay ahead when it was recorded never counts by the passing of time: it is in doubt until its day has come and
 * somebody has confirmed it. The note about it stays with the record until then.
 */
export function isRecordedAhead(notes: readonly RowNote[]): boolean {
  return notes.some(({ code }) => code === 'completed-ahead');
}

/** The fact that judging needs, for a record with these notes. */
export function aheadFact(notes: readonly RowNote[]): Pick<TrainingRecord, 'isRecordedAhead'> {
  return isRecordedAhead(notes) ? { isRecordedAhead: true } : {};
}

/** The notes of a record that is being written down today. */
export function notesOn(
  today: CalendarDate,
  { completedOn }: Pick<TrainingRecord, 'completedOn'>,
  notes: readonly RowNote[],
): readonly RowNote[] {
  const isAhead = completedOn !== undefined && completedOn > today;
  if (!isAhead || isRecordedAhead(notes)) return notes;
  return [...notes, { code: 'completed-ahead', completedOn }];
}

/** The notes once somebody has confirmed that the class was completed. */
export function withoutAhead(notes: readonly RowNote[]): readonly RowNote[] {
  return notes.filter(({ code }) => code !== 'completed-ahead');
}
