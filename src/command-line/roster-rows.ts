import type { Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { listRowsToLookAt } from '../roster/roster-import-actions.ts';
import { remarkSentence } from '../roster/roster-remarks.ts';

/** A row of a file that a terminal names, with what is to say about it. */
export interface ShownRow {
  readonly row: number | undefined;
  readonly sentence: string;
}

/** As many as a person reads. */
export const mostShown = 20;

/** The first rows of a roster that somebody should look at. */
export async function rosterRowsToLookAt(
  tx: Transaction,
  { id: agency }: AgencyPlace,
  id: ImportId,
): Promise<readonly ShownRow[]> {
  const { changes } = await listRowsToLookAt(tx, agency, id, { limit: mostShown, offset: 0 });
  return changes
    .filter(({ kind }) => kind !== 'refused')
    .map(({ row, remark }) => ({ row, sentence: remarkSentence(remark) }));
}
