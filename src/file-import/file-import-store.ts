import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type {
  FileImport,
  ImportId,
  ImportState,
  ImportSubjectName,
  ImportTypes,
  SaidOfFile,
  UnderstoodColumns,
} from './file-import.ts';
import type { ImportSubject } from './import-subject.ts';
import { noneTaken } from './taken-dates.ts';

export async function insertImport<T extends ImportTypes>(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubject<T>,
  understood: {
    readonly file: { readonly id: StoredFileId; readonly name: string; readonly sha256: string };
    readonly sheet: string;
    readonly headerRow: number;
    readonly columns: UnderstoodColumns<T['field']>;
    readonly facts: T['facts'];
  },
  by: PersonId,
): Promise<ImportId> {
  const { id } = await tx
    .insertInto('file_import')
    .values({
      agency_id: agency,
      subject: subject.name,
      file_id: understood.file.id,
      file_name: understood.file.name,
      sha256: understood.file.sha256,
      state: 'understood',
      sheet: understood.sheet,
      header_row: understood.headerRow,
      columns: JSON.stringify(understood.columns),
      facts: JSON.stringify(understood.facts),
      started_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as ImportId;
}

export async function findImport<T extends ImportTypes>(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubject<T>,
  id: string,
): Promise<FileImport<T> | undefined> {
  const row = await importRows(tx, agency, subject.name).where('i.id', '=', id).executeTakeFirst();
  return row && toImport(row);
}

/** The import, locked until commit: two acts on one import follow each other. */
export async function lockImport<T extends ImportTypes>(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubject<T>,
  id: string,
): Promise<FileImport<T> | undefined> {
  const row = await importRows(tx, agency, subject.name)
    .where('i.id', '=', id)
    .forUpdate('i')
    .executeTakeFirst();
  return row && toImport(row);
}

/** How a file is understood anew: nothing is planned any more. */
export async function updateUnderstood(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  understood: {
    readonly sheet: string;
    readonly headerRow: number;
    readonly columns: UnderstoodColumns<string>;
    readonly facts: object;
  },
): Promise<void> {
  const updated = await tx
    .updateTable('file_import')
    .set({
      state: 'understood',
      sheet: understood.sheet,
      header_row: understood.headerRow,
      columns: JSON.stringify(understood.columns),
      facts: JSON.stringify(understood.facts),
      taken_dates: JSON.stringify(noneTaken),
      report: null,
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('state', 'in', ['understood', 'planned'])
    .executeTakeFirstOrThrow();
  expectOne(updated);
}

export async function updatePlanned<T extends ImportTypes>(
  tx: Transaction,
  agency: AgencyId,
  found: FileImport<T>,
  said: SaidOfFile<T>,
  report: T['report'],
): Promise<void> {
  const updated = await tx
    .updateTable('file_import')
    .set({
      state: 'planned',
      columns: JSON.stringify({ ...found.columns, mapping: said.mapping }),
      facts: JSON.stringify(said.facts),
      taken_dates: JSON.stringify(said.takenDates ?? noneTaken),
      report: JSON.stringify(report),
    })
    .where('agency_id', '=', agency)
    .where('id', '=', found.id)
    .executeTakeFirstOrThrow();
  expectOne(updated);
}

/** What is kept of the file from now on; undefined for nothing. */
export async function updateKeptFile(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  file: StoredFileId | undefined,
): Promise<void> {
  const updated = await tx
    .updateTable('file_import')
    .set({ file_id: file ?? null })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expectOne(updated);
}

export async function updateClosed(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  state: 'committed' | 'undone' | 'discarded',
  by: PersonId,
): Promise<void> {
  const moments = {
    committed: { committed_by: by, committed_at: sql<Date>`now()` },
    undone: { undone_by: by, undone_at: sql<Date>`now()` },
    discarded: {},
  };
  const updated = await tx
    .updateTable('file_import')
    .set({ state, ...moments[state] })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expectOne(updated);
}

/** Imports are locked and looked at before they are changed: one that is not there any more is a fault. */
function expectOne({ numUpdatedRows }: { readonly numUpdatedRows: bigint }): void {
  if (numUpdatedRows !== 1n) throw new Error(`${numUpdatedRows} imports were changed where one was meant.`);
}

/** Imports of the subject that are over: what they staged serves nobody once a newer file is under way. */
export async function listClosedImports(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubjectName,
  except: ImportId,
): Promise<readonly ImportId[]> {
  const rows = await tx
    .selectFrom('file_import')
    .select('id')
    .where('agency_id', '=', agency)
    .where('subject', '=', subject)
    .where('state', 'in', ['committed', 'undone'])
    .where('id', '<>', except)
    .execute();
  return rows.map(({ id }) => id as ImportId);
}

/** Imports of a subject with who began them and what is kept of each file; to be narrowed further. */
export function importRows(tx: Transaction, agency: AgencyId, subject: ImportSubjectName) {
  return tx
    .selectFrom('file_import as i')
    .leftJoin('stored_file as f', (join) =>
      join.onRef('f.agency_id', '=', 'i.agency_id').onRef('f.id', '=', 'i.file_id'),
    )
    .leftJoin('person as starter', 'starter.id', 'i.started_by')
    .leftJoin('person as committer', 'committer.id', 'i.committed_by')
    .select(['i.id', 'i.state', 'i.sheet', 'i.header_row', 'i.columns', 'i.facts', 'i.report'])
    .select('i.taken_dates')
    .select(['i.started_at', 'i.committed_at', 'i.undone_at', 'i.file_id', 'i.file_name'])
    .select(['i.sha256', 'f.sha256 as kept_sha256', 'f.size as kept_size'])
    .select(['starter.name as starter', 'committer.name as committer'])
    .where('i.agency_id', '=', agency)
    .where('i.subject', '=', subject);
}

type ImportRow = Awaited<ReturnType<ReturnType<typeof importRows>['execute']>>[number];

export function toImport<T extends ImportTypes>(row: ImportRow): FileImport<T> {
  return {
    id: row.id as ImportId,
    state: row.state as ImportState,
    file: {
      name: row.file_name,
      sha256: row.sha256,
      kept:
        row.file_id === null || row.kept_sha256 === null || row.kept_size === null
          ? undefined
          : { id: row.file_id as StoredFileId, sha256: row.kept_sha256, size: row.kept_size },
    },
    sheet: row.sheet,
    headerRow: row.header_row,
    columns: JSON.parse(JSON.stringify(row.columns)),
    facts: JSON.parse(JSON.stringify(row.facts)),
    takenDates: JSON.parse(JSON.stringify(row.taken_dates)),
    report: row.report === null ? undefined : JSON.parse(JSON.stringify(row.report)),
    startedAt: row.started_at,
    startedBy: row.starter ?? '',
    committedAt: row.committed_at ?? undefined,
    committedBy: row.committer ?? undefined,
    undoneAt: row.undone_at ?? undefined,
  };
}
