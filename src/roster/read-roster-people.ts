import type { CalendarDate } from '../calendar/calendar-date.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { openSheet } from '../spreadsheet/open-sheet.ts';
import { SheetUnreadable } from '../spreadsheet/read-refusal.ts';
import { isRosterHeading } from './roster-columns.ts';
import type { RosterFileFacts, RosterImportRefusal } from './roster-import.ts';
import { type FoldedPeople, foldPeople } from './roster-people.ts';
import { interpretRosterRow, type RosterRow, type RowRefusal, rosterNameOrder } from './roster-row.ts';

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
  file: { readonly name: string; readonly path: string },
  at: { readonly sheet: string; readonly headerRow: number },
  facts: RosterFileFacts,
  today: CalendarDate,
): Promise<Outcome<ReadPeople, RosterImportRefusal>> {
  const opened = await openSheet(file, { isKnownHeading: isRosterHeading, ...at });
  if (!opened.ok) return opened;
  const reading = opened.value;
  const { mapping, defaultKind } = facts;
  const context = { today, defaultKind, nameOrder: rosterNameOrder(reading.sample, mapping) };
  const rows: RosterRow[] = [];
  const refusedRows: RowRefusal[] = [];
  try {
    for await (const batch of reading.rows()) {
      for (const row of batch) {
        const read = interpretRosterRow(row, mapping, context);
        if (read.ok) rows.push(read.value);
        else refusedRows.push(read.refusal);
      }
    }
  } catch (error) {
    if (error instanceof SheetUnreadable) return refused(error.refusal);
    throw error;
  } finally {
    await reading.close();
  }
  const notes = new Map(rows.flatMap(({ row, notes: [note] }) => (note ? [[row, note.code] as const] : [])));
  const rowsRead = rows.length + refusedRows.length;
  return done({ folded: foldPeople(rows, today), refusedRows, notes, rowsRead });
}
