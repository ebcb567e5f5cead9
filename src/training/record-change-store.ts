import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { CopyValue } from '../database/copying.ts';
import { recordColumns } from './record-row.ts';
import type { Judgement, RecordOrigin, TrainingRecordId } from './stored-record.ts';
import type { TrainingRecord } from './training-record.ts';
import type { RowNote } from './training-row.ts';

/** Answers false when the same record is here already. */
export async function insertEnteredRecord(
  tx: Transaction,
  agency: AgencyId,
  values: readonly CopyValue[],
  by: PersonId,
  origin?: RecordOrigin,
): Promise<boolean> {
  const columns = sql.raw(recordColumns.join(', '));
  const given = sql.join(values.map((value) => sql`${value ?? null}`));
  const inserted = await sql`
    insert into training_record (agency_id, entered_by, entered_at, origin, origin_id, ${columns})
    values (${agency}, ${by}, now(), ${origin?.from ?? null}, ${origin?.id ?? null}, ${given})
    on conflict do nothing`.execute(tx);
  return inserted.numAffectedRows === 1n;
}

/** Answers false when it was removed before. */
export async function updateRemoved(
  tx: Transaction,
  agency: AgencyId,
  id: TrainingRecordId,
  removal: { readonly by: PersonId; readonly reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('training_record')
    .set({
      verdict: 'removed',
      removed_by: removal.by,
      removed_at: sql<Date>`now()`,
      removal_reason: removal.reason,
      class_id: null,
      class_rows: 1,
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('verdict', '<>', 'removed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Puts a removed record back with what it is worth now. Answers false when it wasn't removed. */
export async function updateRestored(
  tx: Transaction,
  agency: AgencyId,
  id: TrainingRecordId,
  { verdict, program, why, validUntil, dayOf }: Judgement,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('training_record')
    .set({
      verdict,
      program,
      why_code: why,
      valid_until: validUntil ?? null,
      day_of: dayOf,
      removed_by: null,
      removed_at: null,
      removal_reason: null,
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('verdict', '=', 'removed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Writes the dates of a record anew, with what it is worth by them. The id stays that of the line as it is written. */
export async function updateRecordDates(
  tx: Transaction,
  agency: AgencyId,
  id: TrainingRecordId,
  dated: {
    readonly record: TrainingRecord;
    readonly notes: readonly RowNote[];
    readonly otherId: TrainingRecordId;
    readonly judgement: Judgement;
  },
): Promise<void> {
  const { record, notes, otherId, judgement } = dated;
  await tx
    .updateTable('training_record')
    .set({
      started_on: record.startedOn ?? null,
      completed_on: record.completedOn ?? null,
      expires_on: record.expiresOn ?? null,
      notes: JSON.stringify(notes),
      other_id: otherId,
      verdict: judgement.verdict,
      program: judgement.program,
      why_code: judgement.why,
      valid_until: judgement.validUntil ?? null,
      day_of: judgement.dayOf,
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('verdict', '<>', 'removed')
    .execute();
}

/** Writes that a record is confirmed, with what it is worth by that. */
export async function updateConfirmed(
  tx: Transaction,
  agency: AgencyId,
  id: TrainingRecordId,
  notes: readonly RowNote[],
  { verdict, program, why, validUntil, dayOf }: Judgement,
): Promise<void> {
  await tx
    .updateTable('training_record')
    .set({
      notes: notes.length === 0 ? null : JSON.stringify(notes),
      verdict,
      program,
      why_code: why,
      valid_until: validUntil ?? null,
      day_of: dayOf,
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('verdict', '<>', 'removed')
    .execute();
}
