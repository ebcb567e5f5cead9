import { recordAudit } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findStaff } from '../roster/roster-actions.ts';
import type { StaffId, StaffMember } from '../roster/staff-member.ts';
import { judgeDaysOf, recognizerOf } from './judging-actions.ts';
import { lockTraining } from './judging-store.ts';
import { insertEnteredRecord, updateRestored } from './record-change-store.ts';
import { judgeRecord } from './record-judging.ts';
import { personKey, recordId } from './record-key.ts';
import { recordValues } from './record-row.ts';
import { findRecord } from './record-store.ts';
import { aheadFact, notesOn } from './recorded-ahead.ts';
import type { RecordOrigin, TrainingRecordId } from './stored-record.ts';
import type { TrainingRecord } from './training-record.ts';

export interface RecordEntry {
  readonly member: StaffMember;
  readonly record: TrainingRecordId;
  /** False when the very same record was here before. */
  readonly isNew: boolean;
}

/** Who puts a record there, and where it came from when it was not typed in. */
export interface RecordedBy {
  readonly by: PersonId;
  readonly origin?: RecordOrigin | undefined;
  /** A completion that lies ahead of it is held for a look; without it, the caller has seen that none does. */
  readonly today: CalendarDate | undefined;
}

/** Adds a record of one person unless it is here already. */
export async function addRecord(
  tx: Transaction,
  agency: AgencyId,
  staff: string,
  record: TrainingRecord,
  { by, origin, today }: RecordedBy,
): Promise<Outcome<RecordEntry, { readonly code: 'staff-not-found' }>> {
  await lockTraining(tx, agency);
  const member = await findStaff(tx, agency, staff);
  if (!member) return refused({ code: 'staff-not-found' });
  const recognize = await recognizerOf(tx, agency);
  const employeeNumber = member.employeeNumber || member.badge;
  const notes = today ? notesOn(today, record, []) : [];
  const values = recordValues(
    { name: member.name, employeeNumber, record, notes },
    { state: 'entered', staffId: member.id, reason: '', candidates: [] },
    judgeRecord({ ...record, ...aheadFact(notes) }, recognize),
  );
  const id = recordId(personKey(employeeNumber, member.name), record);
  const isNew = await insertEnteredRecord(tx, agency, values, by, origin);
  if (isNew) {
    await judgeDaysOf(tx, agency, [member.id], recognize);
    await recordAct(tx, agency, 'training-entered', id, member.id, origin);
  }
  return done({ member, record: id, isNew });
}

export interface AttestedRecord {
  readonly record: TrainingRecordId;
  /** `entered` and `restored` ones were put there by this; `here-already` counted before. */
  readonly was: 'entered' | 'restored' | 'here-already';
}

/**
 * Sees to it that a record which somebody answers for (a class that was held, a certificate that was looked at) is
 * there and not removed. Doing it again changes nothing. What is completed after `today` waits for a look.
 */
export async function attestRecord(
  tx: Transaction,
  agency: AgencyId,
  staff: StaffId,
  record: TrainingRecord,
  by: PersonId,
  origin: RecordOrigin,
  today?: CalendarDate,
): Promise<Outcome<AttestedRecord, { readonly code: 'staff-not-found' }>> {
  const added = await addRecord(tx, agency, staff, record, { by, origin, today });
  if (!added.ok) return added;
  const { record: id, isNew } = added.value;
  if (isNew) return done({ record: id, was: 'entered' });
  const found = await findRecord(tx, agency, id);
  if (!found?.removal) return done({ record: id, was: 'here-already' });
  const recognize = await recognizerOf(tx, agency);
  await updateRestored(tx, agency, id, judgeRecord(found, recognize));
  await judgeDaysOf(tx, agency, [staff], recognize);
  await recordAct(tx, agency, 'training-restored', id, staff, origin);
  return done({ record: id, was: 'restored' });
}

function recordAct(
  tx: Transaction,
  agency: AgencyId,
  action: string,
  record: TrainingRecordId,
  staff: StaffId,
  origin: RecordOrigin | undefined,
): Promise<void> {
  const details = { staff, ...(origin && { origin: origin.from, of: origin.id }) };
  return recordAudit(tx, { agency }, { action, subject: { kind: 'training-record', id: record }, details });
}
