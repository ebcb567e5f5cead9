import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { storedRecords, storedRows } from './record-store.ts';
import type { StoredRecord, TrainingRecordId } from './stored-record.ts';

/** Every record of these people, newest first, also those that were removed. */
export function listRecordsOfPeople(
  tx: Transaction,
  agency: AgencyId,
  people: readonly StaffId[],
): Promise<readonly StoredRecord[]> {
  return storedRecords(
    storedRows(tx, agency)
      .where(sql<boolean>`r.staff_id = any(${people}::uuid[])`)
      .orderBy('r.completed_on', 'desc')
      .orderBy('r.id'),
  );
}

/** The next records after `after` whose person isn't known. */
export function listRecordsOfNobody(
  tx: Transaction,
  agency: AgencyId,
  after: TrainingRecordId | undefined,
  limit: number,
): Promise<readonly StoredRecord[]> {
  const rows = storedRows(tx, agency).where('r.staff_id', 'is', null);
  return storedRecords((after ? rows.where('r.id', '>', after) : rows).orderBy('r.id').limit(limit));
}
