import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';

/** Finds the staged lines that are here already, or that come twice in the file. */
export async function markKnownRecords(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void> {
  await sql`
    update training_staged s set kind = 'here', remark = 'already-here'
    where s.agency_id = ${agency} and s.import_id = ${id} and s.kind in ('new', 'review')
      and exists (select from training_record r where r.agency_id = ${agency} and r.id = s.id)`.execute(tx);
  await markKnownByOtherDate(tx, agency, id);
  await sql`
    update training_staged s set kind = 'here', remark = 'same-as-row ' || first_row
    from (select id, min(import_row) as first_row from training_staged
          where agency_id = ${agency} and import_id = ${id} and kind in ('new', 'review')
          group by id having count(*) > 1) twice
    where s.agency_id = ${agency} and s.import_id = ${id} and s.id = twice.id
      and s.import_row > twice.first_row`.execute(tx);
}

const dateTaken = JSON.stringify([{ code: 'date-taken' }]);

/**
 * A date that is taken for what it evidently means makes two lines one: the line with the typo and the line put right.
 * Lines whose dates nobody has taken stay apart.
 */
async function markKnownByOtherDate(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void> {
  const othersHere = sql`select other_id from training_record
    where agency_id = ${agency} and other_id is not null`;
  await sql`
    update training_staged s set kind = 'here', remark = 'already-here'
    where s.agency_id = ${agency} and s.import_id = ${id} and s.kind in ('new', 'review')
      and s.id in (${othersHere})`.execute(tx);
  await sql`
    update training_staged s set kind = 'here', remark = 'already-here'
    where s.agency_id = ${agency} and s.import_id = ${id} and s.kind in ('new', 'review')
      and s.notes @> ${dateTaken}::jsonb
      and (s.other_id in (select id from training_record where agency_id = ${agency})
        or s.other_id in (${othersHere}))`.execute(tx);
  await sql`
    with line as (
      select id, other_id, import_row, notes from training_staged
      where agency_id = ${agency} and import_id = ${id} and kind in ('new', 'review')
    ), said as (
      select other_id, min(import_row) as row from line where notes @> ${dateTaken}::jsonb group by 1
    ), put_right as (
      select id, min(import_row) as row from line where id in (select other_id from said) group by 1
    )
    update training_staged s set kind = 'here', remark = 'same-as-row ' || coalesce(p.row, said.row)
    from said left join put_right p on p.id = said.other_id
    where s.agency_id = ${agency} and s.import_id = ${id} and s.kind in ('new', 'review')
      and s.notes @> ${dateTaken}::jsonb and s.other_id = said.other_id and s.import_row <> coalesce(p.row, said.row)`.execute(
    tx,
  );
}
