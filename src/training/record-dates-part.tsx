import { longDate } from '../calendar/calendar-date.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { proposedDates } from './record-dates.ts';
import { reviewContent } from './review-content.ts';
import type { StoredRecord } from './stored-record.ts';
import { noteSentence } from './training-content.ts';

export interface RecordDatesProps {
  readonly record: StoredRecord;
  /** Where the proposed dates are taken. */
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
}

/** What could not be read in a record's line, with one button that takes the days its dates evidently mean. */
export function RecordDates({ record, action, hidden = {} }: RecordDatesProps) {
  const proposed = proposedDates(record.notes);
  return (
    <>
      <RecordNotes record={record} />
      {proposed.length === 0 ? null : (
        <ActionForm
          action={action}
          look="outline"
          hidden={{ ...hidden, record: record.id }}
          about={`${record.title || record.code}, ${proposed.map(({ text }) => `“${text}”`).join(', ')}`}
        >
          {reviewContent.useDate(proposed.map(({ date }) => longDate(date)).join(', '))}
        </ActionForm>
      )}
    </>
  );
}

/** Where its line says something else than the record, or something that can't be read. */
export function RecordNotes({ record: { notes } }: Pick<RecordDatesProps, 'record'>) {
  return (
    <>
      {notes.map((note) => (
        <div class="om-quiet">{noteSentence(note)}</div>
      ))}
    </>
  );
}
