import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { isRecordToLookAt, isRefusedToLookAt, type LookedAtRecord } from './row-to-look-at.ts';

/** How many staged lines of a file somebody should look at; those that are here already need no second look. */
export async function countRowsToLookAt(tx: Transaction, agency: AgencyId, id: ImportId): Promise<number> {
  const { rows } = await sql<
    LookedAtRecord & {
      readonly kind: 'new' | 'review' | 'refused';
      readonly remark: string;
      readonly rows: number;
    }
  >`
    select kind, remark, match, coalesce(together_verdict, verdict) as verdict, why_code as why, notes is not null as "hasNotes", count(*) as rows
    from training_staged
    where agency_id = ${agency} and import_id = ${id} and kind in ('new', 'review', 'refused')
    group by 1, 2, 3, 4, 5, 6`.execute(tx);
  return rows
    .filter((row) => (row.kind === 'refused' ? isRefusedToLookAt(row.remark) : isRecordToLookAt(row)))
    .reduce((sum, group) => sum + group.rows, 0);
}
