import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { isStagedToLookAt } from './staged-look-store.ts';
import type { StagedRecord } from './staged-record.ts';
import { stagedLines, stagedRecordFrom } from './staged-record-store.ts';

/** The first lines that somebody should look at, in the order of the file, but for those that were refused. */
export async function listRowsToLookAt(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  limit: number,
): Promise<readonly StagedRecord[]> {
  const rows = await stagedLines(tx, agency, id)
    .where(await isStagedToLookAt(tx, agency, id, 'records'))
    .orderBy('import_row')
    .limit(limit)
    .execute();
  return rows.map(stagedRecordFrom);
}
