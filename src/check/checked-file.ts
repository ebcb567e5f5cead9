import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ColumnProposal, type ColumnReason, columnsLeftOut } from '../columns/column-proposal.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { CellTrouble } from '../spreadsheet/cell-trouble.ts';
import { openSheet } from '../spreadsheet/open-sheet.ts';
import { type ReadRefusal, SheetUnreadable } from '../spreadsheet/read-refusal.ts';
import type { ReadingFact } from '../spreadsheet/reading-fact.ts';
import type { SheetFormat, SheetReading, SheetRow } from '../spreadsheet/sheet.ts';
import type { FileChoice } from './check-options.ts';

/** Why a file can't be checked. `name` is the file's name as given. */
export type FileRefusal = { readonly name: string } & (
  | { readonly code: 'no-such-file' | 'not-a-file' | 'no-permission' }
  | { readonly code: 'unreadable'; readonly why: ReadRefusal }
  | { readonly code: 'no-name-column' | 'no-course-column' | 'nobody'; readonly headerRow: number }
);

/** What every file of a check reports about how it was read. */
export interface FileFacts {
  readonly file: string;
  /** What it was read as, by its content. */
  readonly format: SheetFormat;
  readonly sheet: string;
  readonly headerRow: number;
  readonly rowsRead: number;
  readonly columns: readonly ColumnReport[];
  /** Spoiled cells of the whole file, but for columns that nobody may keep. */
  readonly troubles: readonly CellTrouble[];
}

/** One column: what it was taken for and why; `dropped` names what was left unread. */
export interface ColumnReport {
  /** As the spreadsheet shows it: `A`. */
  readonly column: string;
  readonly heading: string;
  readonly field: string | null;
  readonly why: ColumnReason;
  readonly dropped?: string;
  /** What it may hold: left unread too, because its heading doesn't say. */
  readonly held?: string;
}

/** What a reader knows of a file when it has read all of it. */
export type FileRead = Pick<FileFacts, 'rowsRead' | 'troubles'> & { readonly facts: readonly ReadingFact[] };

/** Opens a file and hands every row to `read`, in order. The reading is closed whatever happens. */
export async function readFile<T>(
  { path, sheet }: FileChoice,
  isKnownHeading: (heading: string) => boolean,
  read: (reading: SheetReading) => Outcome<RowReader<T>, FileRefusal>,
): Promise<Outcome<T, FileRefusal>> {
  const name = basename(path);
  const trouble = await fileTrouble(path);
  if (trouble) return refused({ name, code: trouble });
  const opened = await openSheet({ name, path }, { isKnownHeading, sheet });
  if (!opened.ok) return refused({ name, code: 'unreadable', why: opened.refusal });
  const reading = opened.value;
  try {
    const reader = read(reading);
    if (!reader.ok) return reader;
    let rowsRead = 0;
    for await (const batch of reading.rows()) {
      for (const row of batch) reader.value.row(row);
      rowsRead += batch.length;
    }
    const { facts } = reading;
    return done(reader.value.finish({ rowsRead, troubles: reading.troubles(), facts }));
  } catch (error) {
    if (error instanceof SheetUnreadable) return refused({ name, code: 'unreadable', why: error.refusal });
    throw error;
  } finally {
    await reading.close();
  }
}

/** Takes rows one by one, then says what they came to. */
export interface RowReader<T> {
  row(row: SheetRow): void;
  finish(read: FileRead): T;
}

async function fileTrouble(
  path: string,
): Promise<'no-such-file' | 'not-a-file' | 'no-permission' | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? undefined : 'not-a-file';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'no-such-file';
    if (code === 'EACCES' || code === 'EPERM') return 'no-permission';
    throw error;
  }
}

/** Not even a spoiled value of a column that nobody may keep. */
export function troublesOfUsed(
  troubles: readonly CellTrouble[],
  proposal: ColumnProposal<string>,
): readonly CellTrouble[] {
  const leftOut = columnsLeftOut(proposal, {});
  return troubles.filter(({ column }) => !leftOut.has(column));
}

export function columnReports(proposal: ColumnProposal<string>): readonly ColumnReport[] {
  return proposal.columns.map(({ index, heading, field, why, dropped, held }) => ({
    column: columnLetters(index),
    heading,
    field: field ?? null,
    why,
    ...(dropped && { dropped }),
    ...(held && { held }),
  }));
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
