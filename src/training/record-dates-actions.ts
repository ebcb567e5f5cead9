import { recordAudit } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { judgeDaysOf, recognizerOf } from './judging-actions.ts';
import { lockTraining } from './judging-store.ts';
import { updateConfirmed, updateRecordDates } from './record-change-store.ts';
import { type Days, withDates, withProposedDates } from './record-dates.ts';
import { judgeRecord } from './record-judging.ts';
import { personKey, recordId } from './record-key.ts';
import { findRecord } from './record-store.ts';
import { aheadFact, isRecordedAhead, notesOn, withoutAhead } from './recorded-ahead.ts';
import type { StoredRecord } from './stored-record.ts';

export type RecordDateRefusal =
  | { readonly code: 'record-not-found' }
  /** Every date of it is as it is written, or was taken before. */
  | { readonly code: 'nothing-to-take' };

/**
 * Gives a record days for its dates that can't be read as they are written: those that `days` has, or without it those
 * that they evidently mean. The text is kept.
 */
export async function takeDates(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  days?: Days,
  today?: CalendarDate,
): Promise<Outcome<StoredRecord, RecordDateRefusal>> {
  await lockTraining(tx, agency);
  const found = await findRecord(tx, agency, id);
  if (!found || found.removal) return refused({ code: 'record-not-found' });
  const dated = days ? withDates(found, found.notes, days) : withProposedDates(found, found.notes);
  if (!dated) return refused({ code: 'nothing-to-take' });
  const notes = today ? notesOn(today, dated.record, dated.notes) : dated.notes;
  const record = { ...dated.record, ...aheadFact(notes) };
  const recognize = await recognizerOf(tx, agency);
  const otherId = recordId(personKey(record.employeeNumber, record.name), record);
  const judgement = judgeRecord(record, recognize);
  await updateRecordDates(tx, agency, found.id, { record, notes, otherId, judgement });
  if (found.staffId) await judgeDaysOf(tx, agency, [found.staffId], recognize);
  await recordAudit(
    tx,
    { agency },
    {
      action: 'training-date-taken',
      subject: { kind: 'training-record', id: found.id },
      details: { staff: found.staffId ?? null, notes },
    },
  );
  return done({ ...record, notes });
}

export type ConfirmationRefusal =
  | { readonly code: 'record-not-found' }
  /** The day lies ahead still. */
  | { readonly code: 'not-completed-yet' };

/** Says that a class which was written down before its day was completed: from now on it counts. */
export async function confirmCompletion(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  today: CalendarDate,
): Promise<Outcome<StoredRecord, ConfirmationRefusal>> {
  await lockTraining(tx, agency);
  const found = await findRecord(tx, agency, id);
  if (!found || found.removal) return refused({ code: 'record-not-found' });
  if (!isRecordedAhead(found.notes)) return done(found);
  if (found.completedOn !== undefined && found.completedOn > today)
    return refused({ code: 'not-completed-yet' });
  const { isRecordedAhead: _, ...record } = found;
  const notes = withoutAhead(found.notes);
  const recognize = await recognizerOf(tx, agency);
  await updateConfirmed(tx, agency, found.id, notes, judgeRecord(record, recognize));
  if (found.staffId) await judgeDaysOf(tx, agency, [found.staffId], recognize);
  await recordAudit(
    tx,
    { agency },
    {
      action: 'training-completion-confirmed',
      subject: { kind: 'training-record', id: found.id },
      details: { staff: found.staffId ?? null },
    },
  );
  return done({ ...record, notes });
}

/** A record whose dates somebody may type; undefined when it is not there or was removed. */
export async function findUndatedRecord(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<StoredRecord | undefined> {
  const found = await findRecord(tx, agency, id);
  return found?.removal ? undefined : found;
}
