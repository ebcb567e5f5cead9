import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { MissingChoice } from './missing-choice.ts';
import { staffColumns } from './staff-row.ts';

export interface AppliedChanges {
  readonly added: number;
  readonly changed: number;
}

/**
 * Carries a staged plan out in three statements, keeping how changed people were before.
 */
export async function applyRosterChanges(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  choice: MissingChoice,
): Promise<AppliedChanges> {
  const added = await addPeople(tx, agency, id);
  const kinds = ['changed', 'returning', 'separated', ...(choice.separateMissing ? ['missing'] : [])];
  const touched = await rememberFormer(tx, agency, id, kinds, choice);
  const changed = touched === 0 ? 0 : await changePeople(tx, agency, id, kinds, choice);
  return { added, changed };
}

async function addPeople(tx: Transaction, agency: AgencyId, id: ImportId): Promise<number> {
  const columns = sql.raw(staffColumns.join(', '));
  const added = await sql`
    insert into staff_member (agency_id, ${columns}, import_id, import_row, added_by_import)
    select agency_id, ${columns}, import_id, file_row, import_id
    from roster_change where agency_id = ${agency} and import_id = ${id} and kind_of_change = 'added'`.execute(
    tx,
  );
  return Number(added.numAffectedRows ?? 0);
}

async function rememberFormer(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  kinds: readonly string[],
  choice: MissingChoice,
): Promise<number> {
  const touched = await joiningManyRows(tx, () =>
    sql`
    insert into import_touch (agency_id, import_id, staff_id, before)
    select m.agency_id, c.import_id, m.id, to_jsonb(m)
    from roster_change c join staff_member m on m.agency_id = c.agency_id and m.id = c.staff_id
    where c.agency_id = ${agency} and c.import_id = ${id} and c.kind_of_change = any(${kinds})
      and not (c.kind_of_change = 'missing' and c.staff_id = any(${choice.staying ?? []}::uuid[]))
      and m.agency_id = ${agency}`.execute(tx),
  );
  return Number(touched.numAffectedRows ?? 0);
}

async function changePeople(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  kinds: readonly string[],
  choice: MissingChoice,
): Promise<number> {
  const facts = staffColumns.filter((column) => column !== 'separated_on');
  const assignments = sql.raw(facts.map((column) => `${column} = c.${column}`).join(', '));
  const lastDay = sql`greatest(${choice.lastDay ?? null}::date, c.hired_on)`;
  const changed = await joiningManyRows(tx, () =>
    sql`
    update staff_member m set ${assignments},
      separated_on = case when c.kind_of_change = 'missing' and ${choice.lastDay ?? null}::date is not null
        then ${lastDay} else c.separated_on end, import_id = c.import_id,
      import_row = c.file_row, updated_at = now()
    from roster_change c
    where c.agency_id = ${agency} and c.import_id = ${id} and c.kind_of_change = any(${kinds})
      and not (c.kind_of_change = 'missing' and c.staff_id = any(${choice.staying ?? []}::uuid[]))
      and m.agency_id = ${agency} and m.id = c.staff_id`.execute(tx),
  );
  return Number(changed.numAffectedRows ?? 0);
}
