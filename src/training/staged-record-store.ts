import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { CopyRows, CopyValue } from '../database/copying.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { ShownRows } from '../file-import/import-desk.tsx';
import type { StaffId } from '../roster/staff-member.ts';
import { recordColumns } from './record-row.ts';
import { aheadFact } from './recorded-ahead.ts';
import { markKnownRecords } from './staged-known-store.ts';
import { isStagedToLookAt } from './staged-look-store.ts';
import type { StagedRecord } from './staged-record.ts';
import { notesFrom } from './stored-notes.ts';
import type { Judgement, RecordMatchState, TrainingRecordId } from './stored-record.ts';
import type { StagedKind } from './training-import.ts';

const stagedColumns = ['agency_id', 'import_id', 'import_row', 'kind', 'remark', ...recordColumns];

/** Stages the lines of a file, then finds those that are here already or come twice. */
export async function insertStagedRecords(
  tx: Transaction,
  copy: CopyRows,
  agency: AgencyId,
  id: ImportId,
  rows: AsyncIterable<readonly CopyValue[]>,
): Promise<number> {
  const staged = await copy({ table: 'training_staged', columns: stagedColumns }, rows);
  await joiningManyRows(tx, () => markKnownRecords(tx, agency, id));
  return staged;
}

export async function deleteStagedRecords(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void> {
  await tx
    .deleteFrom('training_staged')
    .where('agency_id', '=', agency)
    .where('import_id', '=', id)
    .execute();
}

/** One page of the lines of one kind, in the order of the file, and how many there are. */
export async function listStagedRecords(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  shown: ShownRows<StagedKind>,
): Promise<{ readonly records: readonly StagedRecord[]; readonly total: number }> {
  const rows = await (await stagedRecords(tx, agency, id, shown)).lines
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('import_row')
    .limit(shown.limit)
    .offset(shown.offset)
    .execute();
  return { records: rows.map(stagedRecordFrom), total: rows[0]?.total ?? 0 };
}

/** All lines of a file, to be narrowed down. */
export function stagedLines(tx: Transaction, agency: AgencyId, id: ImportId) {
  return tx
    .selectFrom('training_staged')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('import_id', '=', id);
}

/** The lines of one kind, or to be looked at, with the words searched for, in no order yet. */
export async function stagedRecords(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  { kind, toLookAt, search }: Pick<ShownRows<StagedKind>, 'kind' | 'toLookAt' | 'search'>,
) {
  const all = stagedLines(tx, agency, id);
  let lines = toLookAt ? all.where(await isStagedToLookAt(tx, agency, id)) : all.where('kind', '=', kind);
  for (const pattern of wordPatterns(search)) {
    lines = lines.where(
      sql<boolean>`(lower(family_name) like ${pattern} or lower(given_name) like ${pattern}
        or lower(employee_number) like ${pattern})`,
    );
  }
  // In an object: a query by itself would be taken for a promise.
  return { lines };
}

type StagedRow = Awaited<ReturnType<ReturnType<typeof stagedLines>['execute']>>[number];

export function stagedRecordFrom(row: StagedRow): StagedRecord {
  return {
    row: row.import_row,
    id: (row.id as TrainingRecordId | null) ?? undefined,
    staffId: (row.staff_id as StaffId | null) ?? undefined,
    remark: row.remark,
    notes: notesFrom(row.notes),
    name: {
      family: row.family_name ?? '',
      given: row.given_name ?? '',
      middle: row.middle_name ?? '',
      suffix: row.suffix ?? '',
    },
    employeeNumber: row.employee_number ?? '',
    record: {
      title: row.course_title ?? '',
      code: row.course_code ?? '',
      hours: row.hours === null ? undefined : Number(row.hours),
      provider: row.provider ?? '',
      result: row.result ?? '',
      startedOn: (row.started_on as CalendarDate | null) ?? undefined,
      completedOn: (row.completed_on as CalendarDate | null) ?? undefined,
      expiresOn: (row.expires_on as CalendarDate | null) ?? undefined,
      ...aheadFact(notesFrom(row.notes)),
    },
    match: (row.match as RecordMatchState | null) ?? undefined,
    matchReason: row.match_reason ?? '',
    verdict: (row.verdict as Judgement['verdict'] | null) ?? undefined,
  };
}

export async function countStagedRecords(tx: Transaction, agency: AgencyId, id: ImportId): Promise<number> {
  const row = await tx
    .selectFrom('training_staged')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agency)
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Adds the staged lines that aren't here yet, in one statement. Answers how many. */
export async function applyStagedRecords(tx: Transaction, agency: AgencyId, id: ImportId): Promise<number> {
  const columns = sql.raw(recordColumns.join(', '));
  const added = await sql`
    insert into training_record (agency_id, ${columns}, import_id, import_row)
    select agency_id, ${columns}, import_id, import_row from training_staged
    where agency_id = ${agency} and import_id = ${id} and kind in ('new', 'review')
    on conflict do nothing`.execute(tx);
  return Number(added.numAffectedRows ?? 0);
}

/** Remembers whose records the file repeats: it stands for them too. */
export async function insertTouchedPeople(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void> {
  await sql`
    insert into import_touch (agency_id, import_id, staff_id)
    select distinct agency_id, import_id, staff_id from training_staged
    where agency_id = ${agency} and import_id = ${id} and kind = 'here' and staff_id is not null`.execute(tx);
}
