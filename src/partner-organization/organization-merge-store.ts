import { sql } from 'kysely';
import type { PartnerId, PersonId, Transaction } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import { type DoneMerge, type MergeId, type PlaceSinceMerge, undoOf } from './organization-merge.ts';

/** Joins two records; the database moves what refers to the one that goes. */
export async function writeMerge(
  tx: Transaction,
  merge: { readonly kept: PartnerId; readonly merged: PartnerId; readonly ended: readonly PartnershipId[] },
): Promise<MergeId> {
  const { kept, merged, ended } = merge;
  const { rows } = await sql<{ id: MergeId }>`
    select merge_partner_organizations(${kept}::uuid, ${merged}::uuid, ${[...ended]}::uuid[]) as id`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error('A merge that was written has no id.');
  return row.id;
}

/** False when it can't be taken back any more. */
export async function writeUndo(tx: Transaction, id: MergeId): Promise<boolean> {
  const { rows } = await sql<{ undone: boolean }>`select undo_partner_merge(${id}::uuid) as undone`.execute(
    tx,
  );
  return rows[0]?.undone ?? false;
}

/** Whose places end when the merge is taken back. */
export async function listPlacesSinceMerge(
  tx: Transaction,
  id: MergeId,
): Promise<readonly PlaceSinceMerge[]> {
  const { rows } = await sql<{ person_id: string; name: string | null; email: string | null }>`
    select m.person_id, p.name, p.email
    from places_since_merge(${id}::uuid) since
    join partner_membership m on m.id = since.membership_id
    join person p on p.id = m.person_id
    order by p.email`.execute(tx);
  return rows.map((row) => ({
    person: row.person_id as PersonId,
    name: row.name ?? '',
    email: row.email ?? '',
  }));
}

/** Merges into an organization, the latest first. */
export async function listMerges(tx: Transaction, kept: PartnerId, now: Date): Promise<readonly DoneMerge[]> {
  const rows = await mergeRows(tx)
    .where('g.kept_id', '=', kept)
    .orderBy('g.merged_at', 'desc')
    .orderBy('g.id')
    .execute();
  return rows.map((row) => mergeOf(row, now));
}

export async function findMerge(tx: Transaction, id: MergeId, now: Date): Promise<DoneMerge | undefined> {
  const row = await mergeRows(tx).where('g.id', '=', id).executeTakeFirst();
  return row && mergeOf(row, now);
}

function mergeRows(tx: Transaction) {
  return tx
    .selectFrom('partner_merge as g')
    .innerJoin('partner_organization as o', 'o.id', 'g.merged_id')
    .select(['g.id', 'g.kept_id', 'g.merged_id', 'o.name', 'g.merged_at', 'g.is_final', 'g.undone_at']);
}

type MergeRow = Awaited<ReturnType<ReturnType<typeof mergeRows>['execute']>>[number];

function mergeOf(row: MergeRow, now: Date): DoneMerge {
  const at = row.merged_at;
  return {
    id: row.id as MergeId,
    kept: row.kept_id as PartnerId,
    merged: { id: row.merged_id as PartnerId, name: row.name },
    at,
    undo: undoOf({ at, isFinal: row.is_final, undoneAt: row.undone_at ?? undefined }, now),
  };
}
