import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { isRecordToLookAt, isRefusedToLookAt, type LookedAtRecord } from './row-to-look-at.ts';
import type { StagedRecord } from './staged-record.ts';
import { stagedLines, stagedRecordFrom } from './staged-record-store.ts';

interface Group extends LookedAtRecord {
  readonly kind: 'new' | 'review' | 'refused';
  readonly remark: string;
  readonly rows: number;
}

const isStagedToLookAt = (group: Group) =>
  group.kind === 'refused' ? isRefusedToLookAt(group.remark) : isRecordToLookAt(group);

/** How many staged lines of a file somebody should look at; those that are here already need no second look. */
export async function countRowsToLookAt(tx: Transaction, agency: AgencyId, id: ImportId): Promise<number> {
  const groups = await listGroups(tx, agency, id);
  return groups.filter(isStagedToLookAt).reduce((sum, group) => sum + group.rows, 0);
}

const worth = sql`coalesce(together_verdict, verdict)`;

async function listGroups(tx: Transaction, agency: AgencyId, id: ImportId): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`
    select kind, remark, match, ${worth} as verdict, why_code as why, notes is not null as "hasNotes", count(*) as rows
    from training_staged
    where agency_id = ${agency} and import_id = ${id} and kind in ('new', 'review', 'refused')
    group by 1, 2, 3, 4, 5, 6`.execute(tx);
  return rows;
}

/** The first of them, in the order of the file, but for those that were refused. */
export async function listRowsToLookAt(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  limit: number,
): Promise<readonly StagedRecord[]> {
  const wanted = (await listGroups(tx, agency, id)).filter(
    (group) => group.kind !== 'refused' && isStagedToLookAt(group),
  );
  const rows = await stagedLines(tx, agency, id)
    .where(
      sql<boolean>`(kind, match, ${worth}, why_code, notes is not null) in (
        select * from unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ match }) => match)}::text[],
          ${wanted.map(({ verdict }) => verdict)}::text[], ${wanted.map(({ why }) => why)}::text[],
          ${wanted.map(({ hasNotes }) => hasNotes)}::boolean[]))`,
    )
    .orderBy('import_row')
    .limit(limit)
    .execute();
  return rows.map(stagedRecordFrom);
}
