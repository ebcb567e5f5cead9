import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { nameOrder } from './coverage-store.ts';
import { peopleWhoRenewed } from './judging-store.ts';

/**
 * People with records of an import for whom a later import brought or repeated records, or who have a credential of one
 * of them; three are named.
 */
export async function listTouchedSince(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
): Promise<{ readonly people: number; readonly names: readonly string[] }> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<{ name: string; people: number }>`
    with later as (
      select l.id from file_import l join file_import t on t.agency_id = l.agency_id and t.id = ${id}
      where l.agency_id = ${agency} and l.subject = 'training' and l.state = 'committed'
        and l.committed_at > t.committed_at
    )
    select m.given_name || ' ' || m.family_name as name, count(*) over () as people
    from staff_member m
    where m.agency_id = ${agency}
      and m.id in (select staff_id from training_record where agency_id = ${agency} and import_id = ${id})
      and (m.id in (select staff_id from training_record
                    where agency_id = ${agency} and import_id in (select id from later))
        or m.id in (select staff_id from import_touch
                    where agency_id = ${agency} and import_id in (select id from later))
        or m.id in (select r.staff_id from staff_credential c
                    join training_record r on r.agency_id = c.agency_id and r.id = c.record_id
                    where c.agency_id = ${agency} and r.import_id = ${id}))
    order by ${nameOrder}, m.id limit 3`.execute(tx),
  );
  return { people: rows[0]?.people ?? 0, names: rows.map(({ name }) => name.trim()) };
}

/** Takes an import's records out. Answers whose other records have to be judged anew. */
export async function deleteImportedRecords(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
): Promise<{ readonly removed: number; readonly withDays: readonly StaffId[] }> {
  const { rows } = await sql<{ removed: number; withDays: StaffId[] | null }>`
    with gone as (
      delete from training_record where agency_id = ${agency} and import_id = ${id} returning staff_id, day_of, program
    )
    select count(*) as removed,
      array_agg(distinct staff_id) filter (where staff_id is not null and (day_of <> ''
        or (program = 'mhfa' and staff_id in (${peopleWhoRenewed(agency)})))) as "withDays"
    from gone`.execute(tx);
  return { removed: rows[0]?.removed ?? 0, withDays: rows[0]?.withDays ?? [] };
}
