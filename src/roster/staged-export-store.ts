import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StagedSelection } from '../file-import/staged-export.ts';
import { kindOfChange, type StagedChange, stagedChangeFrom, stagedChanges } from './roster-change-store.ts';
import type { RosterChangeKind } from './roster-import.ts';

/** People who are in no row of the file come last. */
const behindAll = 2_147_483_647;
const row = sql<number>`coalesce(file_row, ${sql.lit(behindAll)})`;

/** The next changes after `after`, in the order of the file. */
export async function listChangesAfter(
  tx: Transaction,
  agency: AgencyId,
  selection: StagedSelection<RosterChangeKind>,
  after: StagedChange | undefined,
  limit: number,
): Promise<readonly StagedChange[]> {
  let changes = stagedChanges(tx, agency, selection.import, selection);
  if (after)
    changes = changes.where(
      sql<boolean>`(${row}, kind_of_change, place) > (${after.row ?? behindAll}, ${after.kind}, ${after.place})`,
    );
  const found = await changes.orderBy(row).orderBy('kind_of_change').orderBy('place').limit(limit).execute();
  return found.map((change) => stagedChangeFrom(change, kindOfChange(change)));
}
