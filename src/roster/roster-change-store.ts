import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { CopyRows, CopyValue } from '../database/copying.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { ShownRows } from '../file-import/import-desk.tsx';
import { type RosterChangeKind, rosterChangeKinds } from './roster-import.ts';
import type { StaffFactSheet, StaffId } from './staff-member.ts';
import { type StaffFactsRow, staffColumns, staffFactsFrom } from './staff-row.ts';
import { type StagedCandidate, stagedCandidatesFrom } from './staged-candidate.ts';

/** One planned change as the preview shows it. */
export interface StagedChange {
  readonly kind: RosterChangeKind;
  /** The row of the file, 1-based; none for a person who is missing from it. */
  readonly row: number | undefined;
  readonly facts: StaffFactSheet;
  readonly differences: readonly StagedDifference[];
  /** A code: why refused, or what a person should look at. */
  readonly remark: string;
  /** Among those of its kind. */
  readonly place: number;
  /** Who on the roster it may be, or was taken for. */
  readonly candidates: readonly StagedCandidate[];
}

/** A fact that changes: its field, and how it is shown before and after. */
export type StagedDifference = readonly [field: string, before: string, after: string];

/** The columns of a staged change, in the order of the values that `replaceRosterChanges` copies. */
const changeColumns = [
  'agency_id',
  'import_id',
  'place',
  'kind_of_change',
  'file_row',
  'staff_id',
  ...staffColumns,
  'differences',
  'remark',
  'writing',
  'candidates',
  'looks',
] as const;

/** Stages a plan. */
export async function insertRosterChanges(
  copy: CopyRows,
  changes: Iterable<readonly CopyValue[]>,
): Promise<void> {
  await copy({ table: 'roster_change', columns: changeColumns }, changes);
}

export async function deleteRosterChanges(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void> {
  await tx.deleteFrom('roster_change').where('agency_id', '=', agency).where('import_id', '=', id).execute();
}

/** One page of the changes of one kind, in the order of the file, and how many there are. */
export async function listRosterChanges(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  shown: ShownRows<RosterChangeKind>,
): Promise<{ readonly changes: readonly StagedChange[]; readonly total: number }> {
  const found = await stagedChanges(tx, agency, id, shown)
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy(sql`file_row nulls last`)
    .orderBy('kind_of_change')
    .orderBy('place')
    .limit(shown.limit)
    .offset(shown.offset)
    .execute();
  return {
    changes: found.map((row) => stagedChangeFrom(row, kindOfChange(row))),
    total: found[0]?.total ?? 0,
  };
}

/** What is staged is of a known kind: nothing else is written. */
export function kindOfChange({
  kind_of_change: kind,
}: {
  readonly kind_of_change: string;
}): RosterChangeKind {
  const known = rosterChangeKinds.find((one) => one === kind);
  if (known === undefined) throw new Error(`No kind of change is called ${kind}.`);
  return known;
}

const stagedColumns = ['file_row', 'differences', 'remark', 'place', 'candidates', ...staffColumns] as const;

/** One page of everybody about whose rows something is to be looked at, in the order of the file. */
export async function listRowsToLookAt(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly changes: readonly StagedChange[]; readonly total: number }> {
  const found = await tx
    .selectFrom('roster_change')
    .select(['kind_of_change', ...stagedColumns])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('agency_id', '=', agency)
    .where('import_id', '=', id)
    .where('looks', '>', 0)
    .orderBy(sql`file_row nulls last`)
    .orderBy('kind_of_change')
    .orderBy('place')
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    changes: found.flatMap((row) => {
      const kind = rosterChangeKinds.find((known) => known === row.kind_of_change);
      return kind ? [stagedChangeFrom(row, kind)] : [];
    }),
    total: found[0]?.total ?? 0,
  };
}

/** Somebody on staff who is not in a file that lists everybody. */
export interface MissingPerson {
  readonly staff: StaffId;
  readonly name: StaffFactSheet['name'];
  readonly number: string;
  readonly rank: string;
  readonly hiredOn: StaffFactSheet['hiredOn'];
}

/** Everybody who is not in the file, as people look names up. */
export async function listMissingPeople(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
): Promise<readonly MissingPerson[]> {
  const rows = await tx
    .selectFrom('roster_change')
    .select(['staff_id', ...staffColumns])
    .where('agency_id', '=', agency)
    .where('import_id', '=', id)
    .where('kind_of_change', '=', 'missing')
    .orderBy('place')
    .execute();
  return rows.map((row) => {
    const { name, employeeNumber, badge, rank, hiredOn } = staffFactsFrom(row);
    return { staff: row.staff_id as StaffId, name, number: employeeNumber || badge, rank, hiredOn };
  });
}

/** The changes of one kind, or to be looked at, with the words searched for, in no order yet. */
export function stagedChanges(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  { kind, toLookAt, search }: Pick<ShownRows<RosterChangeKind>, 'kind' | 'toLookAt' | 'search'>,
) {
  let rows = tx
    .selectFrom('roster_change')
    .select(['kind_of_change', ...stagedColumns])
    .where('agency_id', '=', agency)
    .where('import_id', '=', id);
  rows = toLookAt ? rows.where('looks', '>', 0) : rows.where('kind_of_change', '=', kind);
  for (const pattern of wordPatterns(search)) {
    rows = rows.where(
      sql<boolean>`(lower(family_name) like ${pattern} or lower(given_name) like ${pattern}
        or lower(employee_number) like ${pattern} or lower(badge) like ${pattern})`,
    );
  }
  return rows;
}

export function stagedChangeFrom(
  row: StaffFactsRow & {
    readonly file_row: number | null;
    readonly differences: unknown;
    readonly remark: string;
    readonly place: number;
    readonly candidates: unknown;
  },
  kind: RosterChangeKind,
): StagedChange {
  return {
    kind,
    row: row.file_row ?? undefined,
    facts: staffFactsFrom(row),
    differences: Array.isArray(row.differences) ? row.differences.map(toDifference) : [],
    remark: row.remark,
    place: row.place,
    candidates: stagedCandidatesFrom(row.candidates),
  };
}

function toDifference(value: unknown): StagedDifference {
  const [field, before, after] = Array.isArray(value) ? value.map(String) : [];
  return [field ?? '', before ?? '', after ?? ''];
}

export async function countRosterChanges(tx: Transaction, agency: AgencyId, id: ImportId): Promise<number> {
  const row = await tx
    .selectFrom('roster_change')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agency)
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow();
  return row.count;
}
