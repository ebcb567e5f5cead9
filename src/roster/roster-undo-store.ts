import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { staffColumns } from './staff-row.ts';

export interface TouchedSince {
  readonly people: number;
  /** Of at most three of them. */
  readonly names: readonly string[];
}

/**
 * People of an import to whom something newer happened: their facts were changed since, they came with it and have
 * records that were entered by hand, given by hand or imported later, an account, an invitation, a certificate, a
 * credential or a seat in a class, or they were merged into somebody else.
 */
export async function listTouchedSince(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
): Promise<TouchedSince> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<{ name: string; people: number }>`
    with this as (select committed_at from file_import where agency_id = ${agency} and id = ${id})
    select given_name || ' ' || family_name as name, count(*) over () as people
    from (
    select m.family_name, m.given_name, m.id
    from staff_member m
    left join import_touch t on t.agency_id = m.agency_id and t.import_id = ${id} and t.staff_id = m.id
    where m.agency_id = ${agency} and (m.added_by_import = ${id} or t.staff_id is not null)
      and (m.updated_at <> (select committed_at from this)
        or m.added_by_import = ${id} and m.id in (
          select r.staff_id from training_record r
          left join file_import i on i.agency_id = r.agency_id and i.id = r.import_id
          where r.agency_id = ${agency}
            and (r.match in ('by-hand', 'entered') or i.committed_at > (select committed_at from this))
          union all select staff_id from staff_account where agency_id = ${agency}
          union all select staff_id from staff_invitation where agency_id = ${agency}
          union all select staff_id from submitted_certificate where agency_id = ${agency}
          union all select staff_id from staff_credential where agency_id = ${agency}
          union all select staff_id from class_seat where agency_id = ${agency}))
    union all
    select b.family_name, b.given_name, b.id
    from staff_merge g, jsonb_populate_record(null::staff_member, g.removed_before) b
    where g.agency_id = ${agency} and g.undone_at is null and (b.added_by_import = ${id} or exists (
      select from import_touch t
      where t.agency_id = ${agency} and t.import_id = ${id} and t.staff_id = g.removed_id))
    ) touched
    order by family_name, given_name, id limit 3`.execute(tx),
  );
  return { people: rows[0]?.people ?? 0, names: rows.map(({ name }) => name.trim()) };
}

/**
 * Takes out whom an import brought in, and gives those it changed their former facts back, with the moment they date
 * from: an import before this one can be undone then too.
 */
export async function restoreRoster(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
): Promise<{ readonly removed: number; readonly restored: number }> {
  const removed = await sql`
    delete from staff_member where agency_id = ${agency} and added_by_import = ${id}`.execute(tx);
  const former = sql.raw(
    [...staffColumns, 'import_id', 'import_row', 'updated_at']
      .map((column) => `${column} = b.${column}`)
      .join(', '),
  );
  const restored = await joiningManyRows(tx, () =>
    sql`
    update staff_member m set ${former}
    from import_touch t, jsonb_populate_record(null::staff_member, t.before) b
    where t.agency_id = ${agency} and t.import_id = ${id} and m.agency_id = ${agency} and m.id = t.staff_id`.execute(
      tx,
    ),
  );
  return { removed: Number(removed.numAffectedRows ?? 0), restored: Number(restored.numAffectedRows ?? 0) };
}
