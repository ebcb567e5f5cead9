import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type {
  TrainingColumns,
  TrainingFileFacts,
  TrainingImport,
  TrainingImportId,
  TrainingReport,
} from './training-import.ts';

export async function insertTrainingImport(
  tx: Transaction,
  agency: AgencyId,
  understood: {
    readonly file: StoredFileId;
    readonly sheet: string;
    readonly headerRow: number;
    readonly columns: TrainingColumns;
  },
  by: PersonId,
): Promise<TrainingImportId> {
  const { id } = await tx
    .insertInto('training_import')
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
  return id as TrainingImportId;
}

export async function findTrainingImport(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<TrainingImport | undefined> {
  const row = await importRows(tx, agency).where('i.id', '=', id).executeTakeFirst();
  return row && toImport(row);
}

/** The import, locked until commit: two commits of one import follow each other. */
export async function lockTrainingImport(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<TrainingImport | undefined> {
  const row = await importRows(tx, agency).where('i.id', '=', id).forUpdate('i').executeTakeFirst();
  return row && toImport(row);
}

export async function listTrainingImports(
  tx: Transaction,
  agency: AgencyId,
  limit: number,
): Promise<readonly TrainingImport[]> {
  const rows = await importRows(tx, agency)
    .where('i.state', '<>', 'discarded')
    .orderBy('i.started_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toImport);
}

export async function updateTrainingPlan(
  tx: Transaction,
  agency: AgencyId,
  id: TrainingImportId,
  facts: TrainingFileFacts,
  columns: TrainingColumns,
  report: TrainingReport,
): Promise<void> {
  await tx
    .updateTable('training_import')
    .set({
      state: 'planned',
      columns: JSON.stringify({ ...columns, mapping: facts.mapping }),
      whole_file: JSON.stringify(facts.wholeFile),
      report: JSON.stringify(report),
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute();
}

export async function updateTrainingImportClosed(
  tx: Transaction,
  agency: AgencyId,
  id: TrainingImportId,
  state: 'committed' | 'discarded',
  by: PersonId,
): Promise<void> {
  const committed = state === 'committed' ? { committed_by: by, committed_at: sql<Date>`now()` } : {};
  await tx
    .updateTable('training_import')
    .set({ state, ...committed })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute();
}

function importRows(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('training_import as i')
    .innerJoin('stored_file as f', (join) =>
      join.onRef('f.agency_id', '=', 'i.agency_id').onRef('f.id', '=', 'i.file_id'),
    )
    .select(['i.id', 'i.state', 'i.sheet', 'i.header_row', 'i.columns', 'i.whole_file', 'i.report'])
    .select(['i.started_at', 'i.committed_at', 'f.id as file_id', 'f.name as file_name', 'f.sha256'])
    .where('i.agency_id', '=', agency);
}

type ImportRow = Awaited<ReturnType<ReturnType<typeof importRows>['execute']>>[number];

function toImport(row: ImportRow): TrainingImport {
  return {
    id: row.id as TrainingImportId,
    state: row.state as TrainingImport['state'],
    file: { id: row.file_id as StoredFileId, name: row.file_name, sha256: row.sha256 },
    sheet: row.sheet,
    headerRow: row.header_row,
    columns: JSON.parse(JSON.stringify(row.columns)),
    wholeFile: JSON.parse(JSON.stringify(row.whole_file)),
    report: row.state === 'understood' ? undefined : JSON.parse(JSON.stringify(row.report)),
    startedAt: row.started_at,
    committedAt: row.committed_at ?? undefined,
  };
}
