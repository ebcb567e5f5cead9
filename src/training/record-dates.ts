import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { DateField } from './training-dates.ts';
import type { TrainingRecord } from './training-record.ts';
import type { RowNote } from './training-row.ts';

/** Of a record's dates that can't be read as they are written: the days they evidently mean. */
export function proposedDates(
  notes: readonly RowNote[],
): readonly { readonly field: DateField; readonly text: string; readonly date: CalendarDate }[] {
  return notes.flatMap((note) =>
    note.code === 'date-unreadable' && note.proposal !== undefined
      ? [{ field: note.field, text: note.text, date: note.proposal }]
      : [],
  );
}

/** The record with those days, and notes that keep what is written; undefined when nothing is proposed. */
export function withProposedDates<R extends TrainingRecord>(
  record: R,
  notes: readonly RowNote[],
): { readonly record: R; readonly notes: readonly RowNote[] } | undefined {
  const proposed = proposedDates(notes);
  if (proposed.length === 0) return undefined;
  const dates = Object.fromEntries(proposed.map(({ field, date }) => [field, date]));
  return {
    record: { ...record, ...dates },
    notes: notes.map((note) => {
      const taken = proposed.find((one) => note.code === 'date-unreadable' && note.field === one.field);
      return taken ? { code: 'date-taken' as const, ...taken } : note;
    }),
  };
}
