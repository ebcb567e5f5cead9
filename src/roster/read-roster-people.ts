import { type Planning, reportedRows } from '../file-import/import-subject.ts';
import type { RosterImportTypes } from './roster-import.ts';
import { type FoldedPeople, foldPeople } from './roster-people.ts';
import { columnHabits, interpretRosterRow, type RosterRow, type RowRefusal } from './roster-row.ts';

/** The people a file names, and the rows that name nobody. */
export interface ReadPeople {
  readonly folded: FoldedPeople;
  readonly refusedRows: readonly RowRefusal[];
  /** What is odd about a row that was used all the same: a date that can't be read, a hire in the future. */
  readonly notes: ReadonlyMap<number, RosterRow['notes'][number]['code']>;
  readonly rowsRead: number;
}

/** Reads a roster file from its first row to its last, as its columns were understood. */
export async function readPeople(
  planning: Pick<Planning<RosterImportTypes>, 'reading' | 'said' | 'today' | 'report'>,
): Promise<ReadPeople> {
  const { reading, said, today } = planning;
  const { mapping, facts } = said;
  const habits = columnHabits(reading.sample, mapping);
  const context = { today, defaultKind: facts.defaultKind, ...habits };
  const rows: RosterRow[] = [];
  const refusedRows: RowRefusal[] = [];
  for await (const batch of reportedRows(planning)) {
    for (const row of batch) {
      const read = interpretRosterRow(row, mapping, context);
      if (read.ok) rows.push(read.value);
      else refusedRows.push(read.refusal);
    }
  }
  const notes = new Map(rows.flatMap(({ row, notes: [note] }) => (note ? [[row, note.code] as const] : [])));
  const rowsRead = rows.length + refusedRows.length;
  return { folded: foldPeople(rows, today), refusedRows, notes, rowsRead };
}
