import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { Pile } from './record-pile.ts';
import { pileColumn } from './record-pile-store.ts';
import { aheadFact } from './recorded-ahead.ts';
import { notesFrom } from './stored-notes.ts';
import type { RecordMatchState, RecordOrigin, StoredRecord, TrainingRecordId } from './stored-record.ts';

/** Every record of one person, newest first, also those that were removed. */
export function listRecordsOfPerson(
  tx: Transaction,
  agency: AgencyId,
  staff: StaffId,
): Promise<readonly StoredRecord[]> {
  return storedRecords(
    storedRows(tx, agency).where('r.staff_id', '=', staff).orderBy('r.completed_on', 'desc').orderBy('r.id'),
  );
}

/** The records of one pile, newest first. */
export function listRecordsOfWritten(
  tx: Transaction,
  agency: AgencyId,
  { personKey, pile }: { readonly personKey: string; readonly pile: Pile },
  limit: number,
): Promise<readonly StoredRecord[]> {
  return storedRecords(
    storedRows(tx, agency)
      .where('r.person_key', '=', personKey)
      .where('r.match', 'in', ['doubtful', 'unmatched', 'by-hand', 'set-aside'])
      .where(sql<boolean>`${pileColumn} = ${pile}`)
      .orderBy('r.completed_on', 'desc')
      .orderBy('r.id')
      .limit(limit),
  );
}

/** A record of somebody known that might count once a person has looked, and how many there are. */
export async function listDoubtfulRecords(
  tx: Transaction,
  agency: AgencyId,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly records: readonly StoredRecord[]; readonly total: number }> {
  const doubtful = storedRows(tx, agency)
    .where('r.verdict', '=', 'doubtful')
    .where('r.staff_id', 'is not', null);
  const records = await storedRecords(
    doubtful
      .orderBy('r.family_name', inReadingOrder)
      .orderBy('r.given_name', inReadingOrder)
      .orderBy('r.id')
      .limit(page.limit)
      .offset(page.offset),
  );
  const { count } = await tx
    .selectFrom('training_record')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agency)
    .where('verdict', '=', 'doubtful')
    .where('staff_id', 'is not', null)
    .executeTakeFirstOrThrow();
  return { records, total: count };
}

export async function findRecord(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<StoredRecord | undefined> {
  const [record] = await storedRecords(storedRows(tx, agency).where('r.id', '=', id));
  return record;
}

/** Records with the file and row they came from; to be narrowed down. */
export function storedRows(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('training_record as r')
    .leftJoin('file_import as i', (join) =>
      join.onRef('i.agency_id', '=', 'r.agency_id').onRef('i.id', '=', 'r.import_id'),
    )
    .select(['r.id', 'r.staff_id', 'r.match', 'r.match_reason', 'r.employee_number', 'r.family_name'])
    .select(['r.given_name', 'r.middle_name', 'r.suffix', 'r.course_title', 'r.course_code', 'r.hours'])
    .select(['r.provider', 'r.result', 'r.started_on', 'r.completed_on', 'r.expires_on', 'r.import_id'])
    .select(['r.import_row', 'r.removal_reason', 'r.origin', 'r.origin_id', 'i.file_name', 'r.notes'])
    .where('r.agency_id', '=', agency);
}

type StoredRow = Awaited<ReturnType<ReturnType<typeof storedRows>['execute']>>[number];

export async function storedRecords(query: ReturnType<typeof storedRows>): Promise<readonly StoredRecord[]> {
  return (await query.execute()).map(storedRecord);
}

function storedRecord(row: StoredRow): StoredRecord {
  return {
    id: row.id as TrainingRecordId,
    staffId: (row.staff_id as StaffId | null) ?? undefined,
    match: row.match as RecordMatchState,
    matchReason: row.match_reason,
    name: { family: row.family_name, given: row.given_name, middle: row.middle_name, suffix: row.suffix },
    employeeNumber: row.employee_number,
    title: row.course_title,
    code: row.course_code,
    hours: row.hours === null ? undefined : Number(row.hours),
    provider: row.provider,
    result: row.result,
    startedOn: (row.started_on as CalendarDate | null) ?? undefined,
    completedOn: (row.completed_on as CalendarDate | null) ?? undefined,
    expiresOn: (row.expires_on as CalendarDate | null) ?? undefined,
    file:
      row.import_id === null || row.import_row === null
        ? undefined
        : { import: row.import_id, name: row.file_name ?? '', row: row.import_row },
    origin:
      row.origin === null || row.origin_id === null
        ? undefined
        : { from: row.origin as RecordOrigin['from'], id: row.origin_id },
    notes: notesFrom(row.notes),
    ...aheadFact(notesFrom(row.notes)),
    removal: row.removal_reason === null ? undefined : { reason: row.removal_reason },
  };
}
