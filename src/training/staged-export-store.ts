import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StagedSelection } from '../file-import/staged-export.ts';
import type { StagedRecord } from './staged-record.ts';
import { stagedRecordFrom, stagedRecords } from './staged-record-store.ts';
import type { StagedKind } from './training-import.ts';

/** The next lines after `after`, in the order of the file. */
export async function listStagedAfter(
  tx: Transaction,
  agency: AgencyId,
  selection: StagedSelection<StagedKind>,
  after: StagedRecord | undefined,
  limit: number,
): Promise<readonly StagedRecord[]> {
  const { lines } = await stagedRecords(tx, agency, selection.import, selection);
  const further = after ? lines.where('import_row', '>', after.row) : lines;
  return (await further.orderBy('import_row').limit(limit).execute()).map(stagedRecordFrom);
}
