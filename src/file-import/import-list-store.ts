import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { FileImport, ImportId, ImportTypes, ListedImport } from './file-import.ts';
import { importRows, toImport } from './file-import-store.ts';
import type { ImportSubject } from './import-subject.ts';

/** The newest imports, without those given up, and how many there are in all. */
export async function listImports<T extends ImportTypes>(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubject<T>,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly imports: readonly ListedImport<T>[]; readonly total: number }> {
  const rows = await importRows(tx, agency, subject.name)
    .leftJoin('job as j', (join) =>
      join
        .onRef('j.agency_id', '=', 'i.agency_id')
        .onRef('j.subject_id', '=', 'i.id')
        .on('j.ended_at', 'is', null),
    )
    .select('j.kind as work')
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('i.state', '<>', 'discarded')
    .orderBy('i.started_at', 'desc')
    .orderBy('i.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const imports = rows.map((row) => ({ ...toImport<T>(row), work: row.work ?? undefined }));
  return { imports, total: rows[0]?.total ?? 0 };
}

/** The latest import of the same file, to the byte, that was carried out and not undone. */
export async function findImportOfSameFile<T extends ImportTypes>(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubject<T>,
  { id, file }: { readonly id: ImportId; readonly file: { readonly sha256: string } },
): Promise<FileImport<T> | undefined> {
  const row = await importRows(tx, agency, subject.name)
    .where('i.sha256', '=', file.sha256)
    .where('i.state', '=', 'committed')
    .where('i.id', '<>', id)
    .orderBy('i.committed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toImport(row);
}
