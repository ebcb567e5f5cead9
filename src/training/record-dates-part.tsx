import { longDate } from '../calendar/calendar-date.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { proposedDates, unreadableDates } from './record-dates.ts';
import { reviewContent } from './review-content.ts';
import type { StoredRecord } from './stored-record.ts';
import { noteSentence } from './training-content.ts';

export interface RecordDatesProps {
  readonly record: StoredRecord;
  /** Where the proposed dates are taken, and others are typed. */
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
}

/** What could not be read in a record's line: one button takes the days it evidently means, a page takes any other. */
export function RecordDates({ record, action, hidden = {} }: RecordDatesProps) {
  const proposed = proposedDates(record.notes);
  const about = record.title || record.code;
  return (
    <>
      <RecordNotes record={record} />
      {proposed.length === 0 ? null : (
        <ActionForm
          action={action}
          look="outline"
          hidden={{ ...hidden, record: record.id }}
          about={`${about}, ${proposed.map(({ text }) => `“${text}”`).join(', ')}`}
        >
          {reviewContent.useDate(proposed.map(({ date }) => longDate(date)).join(', '))}
        </ActionForm>
      )}
      {unreadableDates(record.notes).length === 0 ? null : (
        <a class="usa-link" href={`${action}?${new URLSearchParams({ ...hidden, record: record.id })}`}>
          {reviewContent.typeDate}
          <span class="usa-sr-only">: {about}</span>
        </a>
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
