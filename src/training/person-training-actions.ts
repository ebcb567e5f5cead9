import { recordAudit } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { StaffId, StaffMember } from '../roster/staff-member.ts';
import { catchUpWithDecisions, judgeDaysOf, recognizerOf } from './judging-actions.ts';
import { lockTraining } from './judging-store.ts';
import { type QualifyingClass, qualifyPerson } from './programs-held.ts';
import { updateRemoved, updateRestored } from './record-change-store.ts';
import { addRecord } from './record-entry-actions.ts';
import { judgeRecord } from './record-judging.ts';
import { findRecord, listRecordsOfPerson } from './record-store.ts';
import type { StoredRecord } from './stored-record.ts';
import type { TrainingRecord } from './training-record.ts';

/** Everything about one person's training. */
export interface PersonTraining {
  readonly classes: readonly QualifyingClass<StoredRecord>[];
  readonly removed: readonly StoredRecord[];
}

export async function trainingOf(
  tx: Transaction,
  agency: AgencyId,
  staff: StaffId,
  today: CalendarDate,
): Promise<PersonTraining> {
  return trainingReadBy(tx, agency, staff, today, await courseReader(tx, agency));
}

export type CourseReader = Awaited<ReturnType<typeof recognizerOf>>;

/** Reads courses as the agency has to, once its records are up to date. Only the agency may know its decisions. */
export async function courseReader(tx: Transaction, agency: AgencyId): Promise<CourseReader> {
  await catchUpWithDecisions(tx, agency);
  return recognizerOf(tx, agency);
}

/** One person's training, for a transaction that sees this person's records and maybe nothing else. */
export async function trainingReadBy(
  tx: Transaction,
  agency: AgencyId,
  staff: StaffId,
  today: CalendarDate,
  recognize: CourseReader,
): Promise<PersonTraining> {
  const records = await listRecordsOfPerson(tx, agency, staff);
  return {
    classes: qualifyPerson(
      records.filter(({ removal }) => !removal),
      { today, recognize },
    ),
    removed: records.filter(({ removal }) => removal),
  };
}

export type EntryRefusal =
  | { readonly code: 'staff-not-found' }
  | { readonly code: 'record-not-found' }
  /** Removed or put back before. */
  | { readonly code: 'record-unchanged' }
  | { readonly code: 'record-here-already' };

/** Adds a record that no file has. One that is completed after `today` waits for a look. */
export async function enterRecord(
  tx: Transaction,
  agency: AgencyId,
  staff: string,
  record: TrainingRecord,
  by: PersonId,
  today: CalendarDate,
): Promise<Outcome<StaffMember, EntryRefusal>> {
  const entered = await addRecord(tx, agency, staff, record, { by, today });
  if (!entered.ok) return entered;
  return entered.value.isNew ? done(entered.value.member) : refused({ code: 'record-here-already' });
}

/** Takes a record out of the count. It stays listed as removed, so that the same file doesn't bring it back. */
export async function removeRecord(
  tx: Transaction,
  agency: AgencyId,
  staff: string,
  id: string,
  reason: string,
  by: PersonId,
): Promise<Outcome<StoredRecord, EntryRefusal>> {
  await lockTraining(tx, agency);
  const record = await findRecord(tx, agency, id);
  if (!record?.staffId || record.staffId !== staff) return refused({ code: 'record-not-found' });
  if (!(await updateRemoved(tx, agency, record.id, { by, reason })))
    return refused({ code: 'record-unchanged' });
  await judgeDaysOf(tx, agency, [record.staffId]);
  await recordTraining(tx, agency, 'training-removed', record.id, record.staffId);
  return done(record);
}

export async function restoreRecord(
  tx: Transaction,
  agency: AgencyId,
  staff: string,
  id: string,
): Promise<Outcome<StoredRecord, EntryRefusal>> {
  await lockTraining(tx, agency);
  const record = await findRecord(tx, agency, id);
  if (!record?.staffId || record.staffId !== staff) return refused({ code: 'record-not-found' });
  const recognize = await recognizerOf(tx, agency);
  if (!(await updateRestored(tx, agency, record.id, judgeRecord(record, recognize))))
    return refused({ code: 'record-unchanged' });
  await judgeDaysOf(tx, agency, [record.staffId], recognize);
  await recordTraining(tx, agency, 'training-restored', record.id, record.staffId);
  return done(record);
}

function recordTraining(
  tx: Transaction,
  agency: AgencyId,
  action: string,
  record: string,
  staff: StaffId,
): Promise<void> {
  return recordAudit(
    tx,
    { agency },
    { action, subject: { kind: 'training-record', id: record }, details: { staff } },
  );
}
