import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { SettledRecords } from '../training/moved-records.ts';
import type { MergeId } from './person-merge.ts';
import type { MovedReferences } from './person-merge-reference-store.ts';
import { updateStaff } from './roster-store.ts';
import type { MergedFacts, StaffId } from './staff-member.ts';
import { type StaffFactsRow, staffColumns, staffFactsFrom } from './staff-row.ts';

/** Everything that went over when two people were merged. */
export interface MovedWithPerson {
  readonly records: SettledRecords;
  readonly references: MovedReferences;
}

/** Two people of the roster who were merged into the first. */
export interface PersonMerge {
  readonly id: MergeId;
  readonly kept: StaffId;
  readonly removed: StaffId;
  readonly removedName: PersonName;
  readonly reason: string;
  readonly mergedAt: Date;
  readonly isUndone: boolean;
}

/** Rows of both people, locked, as they are. */
export async function lockStaffRows(
  tx: Transaction,
  agency: AgencyId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly image: unknown; readonly stamp: string }>> {
  const { rows } = await sql<{ id: string; image: unknown; stamp: string }>`
    select id, to_jsonb(m) as image, updated_at::text as stamp from staff_member m
    where agency_id = ${agency} and id = any(${ids}::uuid[]) order by id for update`.execute(tx);
  return new Map(rows.map(({ id, image, stamp }) => [id, { image, stamp }]));
}

/** The facts chosen, and who the person was before. */
export async function updateMerged(
  tx: Transaction,
  agency: AgencyId,
  id: StaffId,
  merged: MergedFacts,
): Promise<void> {
  await updateStaff(tx, agency, id, merged.chosen);
  await tx
    .updateTable('staff_member')
    .set({ merged_from: JSON.stringify(merged) })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute();
}

export async function deleteStaff(tx: Transaction, agency: AgencyId, id: StaffId): Promise<void> {
  await tx.deleteFrom('staff_member').where('agency_id', '=', agency).where('id', '=', id).execute();
}

export async function insertMerge(
  tx: Transaction,
  agency: AgencyId,
  merge: {
    readonly kept: StaffId;
    readonly removed: StaffId;
    readonly keptBefore: unknown;
    readonly removedBefore: unknown;
    readonly moved: MovedWithPerson;
    readonly reason: string;
    readonly by: PersonId;
  },
): Promise<MergeId> {
  const { id } = await tx
    .insertInto('staff_merge')
    .values({
      agency_id: agency,
      kept_id: merge.kept,
      removed_id: merge.removed,
      kept_before: JSON.stringify(merge.keptBefore),
      removed_before: JSON.stringify(merge.removedBefore),
      moved: JSON.stringify(merge.moved),
      reason: merge.reason,
      merged_by: merge.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as MergeId;
}

/** A merge with what undoing it needs; `isUntouched`: the person is as merging left them. */
export async function findMerge(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<(PersonMerge & { readonly isUntouched: boolean; readonly moved: MovedWithPerson }) | undefined> {
  const { rows } = await sql<
    MergeRow & { is_untouched: boolean; moved: MovedWithPerson }
  >`select ${mergeColumns}, g.moved, coalesce(m.updated_at = g.merged_at, false) as is_untouched
    from staff_merge g left join staff_member m on m.agency_id = g.agency_id and m.id = g.kept_id
    where g.agency_id = ${agency} and g.id = ${id}`.execute(tx);
  const [row] = rows;
  return row && { ...mergeFrom(row), isUntouched: row.is_untouched, moved: row.moved };
}

/** Who was merged into this person, newest first; taken back or not. */
export async function listMergesInto(
  tx: Transaction,
  agency: AgencyId,
  kept: StaffId,
): Promise<readonly PersonMerge[]> {
  const { rows } = await sql<MergeRow>`
    select ${mergeColumns} from staff_merge g
    where g.agency_id = ${agency} and g.kept_id = ${kept} order by g.merged_at desc, g.id`.execute(tx);
  return rows.map(mergeFrom);
}

/** Into whom somebody was merged; undefined for who wasn't. */
export async function findMergedInto(
  tx: Transaction,
  agency: AgencyId,
  removed: string,
): Promise<StaffId | undefined> {
  const row = await tx
    .selectFrom('staff_merge')
    .select('kept_id')
    .where('agency_id', '=', agency)
    .where('removed_id', '=', removed)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return row && (row.kept_id as StaffId);
}

/** Both people as they were, to the last column. */
export async function restoreMerged(tx: Transaction, agency: AgencyId, id: MergeId): Promise<void> {
  const former = [...staffColumns, 'merged_from', 'updated_at'].map((column) => `${column} = b.${column}`);
  await sql`
    update staff_member m set ${sql.raw(former.join(', '))}
    from staff_merge g, jsonb_populate_record(null::staff_member, g.kept_before) b
    where g.agency_id = ${agency} and g.id = ${id} and m.agency_id = ${agency} and m.id = g.kept_id`.execute(
    tx,
  );
  await sql`
    insert into staff_member
    select b.* from staff_merge g, jsonb_populate_record(null::staff_member, g.removed_before) b
    where g.agency_id = ${agency} and g.id = ${id} and b.agency_id = ${agency}`.execute(tx);
}

export async function updateMergeUndone(
  tx: Transaction,
  agency: AgencyId,
  id: MergeId,
  by: PersonId,
): Promise<void> {
  await tx
    .updateTable('staff_merge')
    .set({ undone_by: by, undone_at: sql<Date>`now()` })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute();
}

interface MergeRow {
  readonly id: string;
  readonly kept_id: string;
  readonly removed_id: string;
  readonly removed_before: StaffFactsRow;
  readonly reason: string;
  readonly merged_at: Date;
  readonly undone_at: Date | null;
}

const mergeColumns = sql.raw(
  'g.id, g.kept_id, g.removed_id, g.removed_before, g.reason, g.merged_at, g.undone_at',
);

function mergeFrom(row: MergeRow): PersonMerge {
  return {
    id: row.id as MergeId,
    kept: row.kept_id as StaffId,
    removed: row.removed_id as StaffId,
    removedName: staffFactsFrom(row.removed_before).name,
    reason: row.reason,
    mergedAt: row.merged_at,
    isUndone: row.undone_at !== null,
  };
}
