import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { ImportId, ImportSubjectName } from './file-import.ts';

export interface AbandonedImport {
  readonly agency: AgencyId;
  readonly id: ImportId;
  readonly startedBy: PersonId;
}

/** The oldest open imports that were begun before `before`, of every agency. The transaction acts for the program. */
export async function listOpenImportsBefore(
  tx: Transaction,
  subject: ImportSubjectName,
  before: Date,
  limit: number,
): Promise<readonly AbandonedImport[]> {
  const rows = await tx
    .selectFrom('file_import')
    .select(['agency_id', 'id', 'started_by'])
    .where('subject', '=', subject)
    .where('state', 'in', ['understood', 'planned'])
    .where('started_at', '<', before)
    .orderBy('started_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    agency: row.agency_id as AgencyId,
    id: row.id as ImportId,
    startedBy: row.started_by as PersonId,
  }));
}
