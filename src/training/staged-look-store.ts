import { type RawBuilder, sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { isRecordToLookAt, isRefusedToLookAt, type LookedAtRecord } from './row-to-look-at.ts';

interface Group extends LookedAtRecord {
  readonly kind: 'new' | 'review' | 'refused';
  readonly remark: string;
  readonly rows: number;
}

/** How many staged lines of a file somebody should look at; those that are here already need no second look. */
export async function countRowsToLookAt(tx: Transaction, agency: AgencyId, id: ImportId): Promise<number> {
  const groups = await listGroupsToLookAt(tx, agency, id);
  return groups.reduce((sum, group) => sum + group.rows, 0);
}

const worth = sql`coalesce(together_verdict, verdict)`;

/**
 * That a staged line is one of those to look at. The rule is asked once for each way in which lines of the file were
 * read, and not told to the database.
 */
export async function isStagedToLookAt(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  among: 'all' | 'records' = 'all',
): Promise<RawBuilder<boolean>> {
  const groups = await listGroupsToLookAt(tx, agency, id);
  const records = groups.filter(({ kind }) => kind !== 'refused');
  const refused = among === 'all' ? groups.filter(({ kind }) => kind === 'refused') : [];
  return sql<boolean>`((kind, match, ${worth}, why_code, notes is not null) in (
      select * from unnest(${records.map(({ kind }) => kind)}::text[], ${records.map(({ match }) => match)}::text[],
        ${records.map(({ verdict }) => verdict)}::text[], ${records.map(({ why }) => why)}::text[],
        ${records.map(({ hasNotes }) => hasNotes)}::boolean[]))
    or (kind = 'refused' and remark = any(${refused.map(({ remark }) => remark)}::text[])))`;
}

async function listGroupsToLookAt(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`
    select kind, remark, match, ${worth} as verdict, why_code as why, notes is not null as "hasNotes", count(*) as rows
    from training_staged
    where agency_id = ${agency} and import_id = ${id} and kind in ('new', 'review', 'refused')
    group by 1, 2, 3, 4, 5, 6`.execute(tx);
  return rows.filter((group) =>
    group.kind === 'refused' ? isRefusedToLookAt(group.remark) : isRecordToLookAt(group),
  );
}
