import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { DateField } from './training-dates.ts';
import type { TrainingRecord } from './training-record.ts';
import type { RowNote } from './training-row.ts';

export type Days = Readonly<Partial<Record<DateField, CalendarDate>>>;

/** A date that can't be read as it is written, and the day it evidently means, where one is evident. */
export interface UnreadableDate {
  readonly field: DateField;
  readonly text: string;
  readonly proposal: CalendarDate | undefined;
}

export function unreadableDates(notes: readonly RowNote[]): readonly UnreadableDate[] {
  return notes.flatMap((note) =>
    note.code === 'date-unreadable' ? [{ field: note.field, text: note.text, proposal: note.proposal }] : [],
  );
}

/** Of a record's dates that can't be read as they are written: the days they evidently mean. */
export function proposedDates(
  notes: readonly RowNote[],
): readonly { readonly field: DateField; readonly text: string; readonly date: CalendarDate }[] {
  return unreadableDates(notes).flatMap(({ field, text, proposal }) =>
    proposal === undefined ? [] : [{ field, text, date: proposal }],
  );
}

/**
 * The record with a day for each unreadable date that `days` has one for, and notes that keep what is written;
 * undefined when it has none for any.
 */
export function withDates<R extends TrainingRecord>(
  record: R,
  notes: readonly RowNote[],
  days: Days,
): { readonly record: R; readonly notes: readonly RowNote[] } | undefined {
  const taken = unreadableDates(notes).flatMap(({ field, text }) => {
    const date = days[field];
    return date === undefined ? [] : [{ code: 'date-taken' as const, field, text, date }];
  });
  if (taken.length === 0) return undefined;
  const dates = Object.fromEntries(taken.map(({ field, date }) => [field, date]));
  return {
    record: { ...record, ...dates },
    notes: notes.map(
      (note) => (note.code === 'date-unreadable' && taken.find(({ field }) => field === note.field)) || note,
    ),
  };
}

/** The record with the days its dates evidently mean; undefined when nothing is proposed. */
export function withProposedDates<R extends TrainingRecord>(
  record: R,
  notes: readonly RowNote[],
): { readonly record: R; readonly notes: readonly RowNote[] } | undefined {
  const days = proposedDates(notes).map(({ field, date }) => [field, date]);
  return withDates(record, notes, Object.fromEntries(days));
}
