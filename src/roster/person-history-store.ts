import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { PersonEvent, PersonState } from './person-history.ts';
import type { StaffId } from './staff-member.ts';
import { type StaffFactsRow, staffColumns, staffFactsFrom } from './staff-row.ts';

/** Where a person's facts come from. */
export interface PersonSource {
  readonly state: PersonState;
  /** The file the facts were last taken from; none of somebody entered by hand. */
  readonly file: { readonly name: string; readonly importedAt: Date } | undefined;
  /** The file that brought the person in. */
  readonly firstFile: { readonly name: string; readonly importedAt: Date } | undefined;
  readonly addedAt: Date;
}

export async function findPersonSource(
  tx: Transaction,
  agency: AgencyId,
  id: StaffId,
): Promise<PersonSource | undefined> {
  const { rows } = await sql<
    StateRow & {
      file_name: string | null;
      committed_at: Date | null;
      first_file: string | null;
      first_at: Date | null;
      created_at: Date;
    }
  >`select ${stateColumns}, b.created_at, i.file_name, i.committed_at,
      f.file_name as first_file, f.committed_at as first_at
    from staff_member b
    left join file_import i on i.agency_id = b.agency_id and i.id = b.import_id
    left join file_import f on f.agency_id = b.agency_id and f.id = b.added_by_import
    where b.agency_id = ${agency} and b.id = ${id}`.execute(tx);
  const [row] = rows;
  return (
    row && {
      state: stateFrom(row),
      file: fileFrom(row.file_name, row.committed_at),
      firstFile: fileFrom(row.first_file, row.first_at),
      addedAt: row.created_at,
    }
  );
}

/** Imports that changed a person and merges that made two one, but for those that were undone; in no order. */
export async function listPersonEvents(
  tx: Transaction,
  agency: AgencyId,
  id: StaffId,
): Promise<readonly PersonEvent[]> {
  const imports = await sql<StateRow & { event_import: string; file_name: string; committed_at: Date }>`
    select ${stateColumns}, i.id as event_import, i.file_name, i.committed_at
    from import_touch t join file_import i on i.agency_id = t.agency_id and i.id = t.import_id,
      jsonb_populate_record(null::staff_member, t.before) b
    where t.agency_id = ${agency} and t.staff_id = ${id} and t.before is not null
      and i.state = 'committed'`.execute(tx);
  const merges = await sql<StateRow & { merged_at: Date; other: StaffFactsRow }>`
    select ${stateColumns}, g.merged_at, g.removed_before as other
    from staff_merge g, jsonb_populate_record(null::staff_member, g.kept_before) b
    where g.agency_id = ${agency} and g.kept_id = ${id} and g.undone_at is null`.execute(tx);
  return [
    ...imports.rows.map(
      (row): PersonEvent => ({
        kind: 'import',
        at: row.committed_at,
        before: stateFrom(row),
        importId: row.event_import,
        fileName: row.file_name,
      }),
    ),
    ...merges.rows.map(
      (row): PersonEvent => ({
        kind: 'merge',
        at: row.merged_at,
        before: stateFrom(row),
        other: staffFactsFrom(row.other).name,
      }),
    ),
  ];
}

type StateRow = StaffFactsRow & {
  readonly import_id: string | null;
  readonly import_row: number | null;
  readonly updated_at: Date;
};

const stateColumns = sql.raw(
  [...staffColumns, 'import_id', 'import_row', 'updated_at'].map((column) => `b.${column}`).join(', '),
);

function stateFrom(row: StateRow): PersonState {
  return {
    facts: staffFactsFrom(row),
    importId: row.import_id ?? undefined,
    row: row.import_row ?? undefined,
    changedAt: row.updated_at,
  };
}

function fileFrom(name: string | null, importedAt: Date | null) {
  return name !== null && importedAt ? { name, importedAt } : undefined;
}
