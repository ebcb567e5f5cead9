import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { RosterChangeKind, RosterImportId } from './roster-import.ts';
import type { StaffFactSheet } from './staff-member.ts';
import { staffColumns, staffFactsFrom } from './staff-row.ts';

/** One planned change as the preview shows it. */
export interface StagedChange {
  readonly kind: RosterChangeKind;
  /** The row of the file, 1-based; none for a person who is missing from it. */
  readonly row: number | undefined;
  readonly facts: StaffFactSheet;
  readonly differences: readonly StagedDifference[];
  /** A code: why refused, or what a person should look at. */
  readonly remark: string;
}

/** A fact that changes: its field, and how it is shown before and after. */
export type StagedDifference = readonly [field: string, before: string, after: string];

/** One page of the changes of one kind, in the order of the file, and how many there are. */
export async function listRosterChanges(
  tx: Transaction,
  agency: AgencyId,
  id: RosterImportId,
  kind: RosterChangeKind,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly StagedChange[]> {
  const rows = await tx
    .selectFrom('roster_change')
    .select(['kind_of_change', 'file_row', 'differences', 'remark', ...staffColumns])
    .where('agency_id', '=', agency)
    .where('import_id', '=', id)
    .where('kind_of_change', '=', kind)
    .orderBy(sql`file_row nulls last`)
    .orderBy('place')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({
    kind,
    row: row.file_row ?? undefined,
    facts: staffFactsFrom(row),
    differences: Array.isArray(row.differences) ? row.differences.map(toDifference) : [],
    remark: row.remark,
  }));
}

function toDifference(value: unknown): StagedDifference {
  const [field, before, after] = Array.isArray(value) ? value.map(String) : [];
  return [field ?? '', before ?? '', after ?? ''];
}
