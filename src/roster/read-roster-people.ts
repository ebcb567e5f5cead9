import { type Planning, reportedRows } from '../file-import/import-subject.ts';
import { type EmptyText, EmptyTexts } from './free-text-fields.ts';
import type { RosterImportTypes } from './roster-import.ts';
import { type FoldedPeople, foldPeople } from './roster-people.ts';
import { columnHabits, interpretRosterRow, type RosterRow, type RowRefusal } from './roster-row.ts';

/** The people a file names, and the rows that name nobody. */
export interface ReadPeople {
  readonly folded: FoldedPeople;
  readonly refusedRows: readonly RowRefusal[];
  /** What is odd about a row that was used all the same: a date that can't be read, a hire in the future. */
  readonly noted: readonly Pick<RosterRow, 'row' | 'notes'>[];
  readonly rowsRead: number;
  /** Texts such as `N/A` that were read as blank. */
  readonly emptyTexts: readonly EmptyText[];
}

/** Reads a roster file from its first row to its last, as its columns were understood. */
export async function readPeople(
  planning: Pick<Planning<RosterImportTypes>, 'reading' | 'said' | 'today' | 'report'> &
    Partial<Pick<Planning<RosterImportTypes>, 'dates'>>,
): Promise<ReadPeople> {
  const { reading, said, today, dates } = planning;
  const { mapping, facts } = said;
  const habits = columnHabits(reading.sample, mapping);
  const context = { today, defaultKind: facts.defaultKind, dates, ...habits };
  const emptyTexts = new EmptyTexts(mapping);
  const rows: RosterRow[] = [];
  const refusedRows: RowRefusal[] = [];
  for await (const batch of reportedRows(planning)) {
    for (const row of batch) {
      const read = interpretRosterRow(row, mapping, context);
      if (!read.ok) {
        refusedRows.push(read.refusal);
        continue;
      }
      rows.push(read.value);
      emptyTexts.count(row);
    }
  }
  const noted = rows.filter(({ notes }) => notes.length > 0).map(({ row, notes }) => ({ row, notes }));
  const rowsRead = rows.length + refusedRows.length;
  return { folded: foldPeople(rows, today), refusedRows, noted, rowsRead, emptyTexts: emptyTexts.most };
}
