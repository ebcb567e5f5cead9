import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { CopyRows, CopyValue } from '../database/copying.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type {
  RosterColumns,
  RosterFileFacts,
  RosterImport,
  RosterImportId,
  RosterReport,
} from './roster-import.ts';
import { staffColumns } from './staff-row.ts';

export async function insertRosterImport(
  tx: Transaction,
  agency: AgencyId,
  understood: {
    readonly file: StoredFileId;
    readonly sheet: string;
    readonly headerRow: number;
    readonly columns: RosterColumns;
  },
  by: PersonId,
): Promise<RosterImportId> {
  const { id } = await tx
    .insertInto('roster_import')
    .values({
      agency_id: agency,
      file_id: understood.file,
      state: 'understood',
      sheet: understood.sheet,
      header_row: understood.headerRow,
      columns: JSON.stringify(understood.columns),
      started_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as RosterImportId;
}

export async function findRosterImport(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<RosterImport | undefined> {
  const row = await importRows(tx, agency).where('i.id', '=', id).executeTakeFirst();
  return row && toImport(row);
}

/** The import, locked until commit: two commits of one import follow each other. */
export async function lockRosterImport(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<RosterImport | undefined> {
  const row = await importRows(tx, agency).where('i.id', '=', id).forUpdate('i').executeTakeFirst();
  return row && toImport(row);
}

export async function listRosterImports(
  tx: Transaction,
  agency: AgencyId,
  limit: number,
): Promise<readonly RosterImport[]> {
  const rows = await importRows(tx, agency).orderBy('i.started_at', 'desc').limit(limit).execute();
  return rows.map(toImport);
}

export async function updateRosterPlan(
  tx: Transaction,
  agency: AgencyId,
  id: RosterImportId,
  facts: RosterFileFacts,
  columns: RosterColumns,
  report: RosterReport,
): Promise<void> {
  await tx
    .updateTable('roster_import')
    .set({
      state: 'planned',
      columns: JSON.stringify({ ...columns, mapping: facts.mapping }),
      full_roster: facts.fullRoster,
      default_kind: facts.defaultKind ?? null,
      report: JSON.stringify(report),
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute();
}

export async function updateRosterImportClosed(
  tx: Transaction,
  agency: AgencyId,
  id: RosterImportId,
  state: 'committed' | 'discarded',
  by: PersonId,
): Promise<void> {
  const committed = state === 'committed' ? { committed_by: by, committed_at: sql<Date>`now()` } : {};
  await tx
    .updateTable('roster_import')
    .set({ state, ...committed })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute();
}

/** The columns of a staged change, in the order of the values that `replaceRosterChanges` copies. */
const changeColumns = [
  'agency_id',
  'import_id',
  'place',
  'kind_of_change',
  'file_row',
  'staff_id',
  ...staffColumns,
  'differences',
  'remark',
] as const;

/** Stages the plan of an import in place of an earlier one. */
export async function replaceRosterChanges(
  tx: Transaction,
  copy: CopyRows,
  agency: AgencyId,
  id: RosterImportId,
  changes: Iterable<readonly CopyValue[]>,
): Promise<void> {
  await deleteRosterChanges(tx, agency, id);
  await copy({ table: 'roster_change', columns: changeColumns }, changes);
}

export async function deleteRosterChanges(
  tx: Transaction,
  agency: AgencyId,
  id: RosterImportId,
): Promise<void> {
  await tx.deleteFrom('roster_change').where('agency_id', '=', agency).where('import_id', '=', id).execute();
}

/** A fingerprint of the roster as it stands: it changes with every person added or changed. */
export async function rosterFingerprint(tx: Transaction, agency: AgencyId): Promise<string> {
  const { rows } = await sql<{ fingerprint: string }>`
    select count(*) || ' ' || coalesce(max(updated_at)::text, '') as fingerprint
    from staff_member where agency_id = ${agency}`.execute(tx);
  return rows[0]?.fingerprint ?? '';
}

/** Whoever changes a roster waits for the others who do, so that a plan's fingerprint holds until commit. */
export async function lockRoster(tx: Transaction, agency: AgencyId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${agency}`}, 0))`.execute(tx);
}

export interface AppliedChanges {
  readonly added: number;
  readonly changed: number;
}

/** Carries a staged plan out in two statements. `separateMissing`: those missing from the file leave too. */
export async function applyRosterChanges(
  tx: Transaction,
  agency: AgencyId,
  id: RosterImportId,
  separateMissing: boolean,
): Promise<AppliedChanges> {
  const columns = sql.raw(staffColumns.join(', '));
  const added = await sql`
    insert into staff_member (agency_id, ${columns}, import_id, import_row)
    select agency_id, ${columns}, import_id, file_row
    from roster_change where agency_id = ${agency} and import_id = ${id} and kind_of_change = 'added'`.execute(
    tx,
  );
  const kinds = ['changed', 'returning', 'separated', ...(separateMissing ? ['missing'] : [])];
  const assignments = sql.raw(staffColumns.map((column) => `${column} = c.${column}`).join(', '));
  const changed = await joiningManyRows(tx, () =>
    sql`
    update staff_member m set ${assignments}, import_id = c.import_id,
      import_row = coalesce(c.file_row, m.import_row), updated_at = now()
    from roster_change c
    where c.agency_id = ${agency} and c.import_id = ${id} and c.kind_of_change = any(${kinds})
      and m.agency_id = ${agency} and m.id = c.staff_id`.execute(tx),
  );
  return { added: Number(added.numAffectedRows ?? 0), changed: Number(changed.numAffectedRows ?? 0) };
}

export async function countRosterChanges(
  tx: Transaction,
  agency: AgencyId,
  id: RosterImportId,
): Promise<number> {
  const row = await tx
    .selectFrom('roster_change')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agency)
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow();
  return row.count;
}

function importRows(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('roster_import as i')
    .innerJoin('stored_file as f', (join) =>
      join.onRef('f.agency_id', '=', 'i.agency_id').onRef('f.id', '=', 'i.file_id'),
    )
    .select([
      'i.id',
      'i.state',
      'i.sheet',
      'i.header_row',
      'i.columns',
      'i.full_roster',
      'i.default_kind',
      'i.report',
    ])
    .select(['i.started_at', 'i.committed_at', 'f.id as file_id', 'f.name as file_name', 'f.sha256'])
    .where('i.agency_id', '=', agency);
}

type ImportRow = Awaited<ReturnType<ReturnType<typeof importRows>['execute']>>[number];

function toImport(row: ImportRow): RosterImport {
  return {
    id: row.id as RosterImportId,
    state: row.state as RosterImport['state'],
    file: { id: row.file_id as StoredFileId, name: row.file_name, sha256: row.sha256 },
    sheet: row.sheet,
    headerRow: row.header_row,
    columns: JSON.parse(JSON.stringify(row.columns)),
    fullRoster: row.full_roster,
    defaultKind:
      row.default_kind === 'sworn' || row.default_kind === 'non-sworn' ? row.default_kind : undefined,
    report: row.state === 'understood' ? undefined : JSON.parse(JSON.stringify(row.report)),
    startedAt: row.started_at,
    committedAt: row.committed_at ?? undefined,
  };
}
