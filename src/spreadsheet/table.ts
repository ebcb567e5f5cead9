import { done, type Outcome, refused } from '../outcome.ts';
import { findHeaderRow } from './header-row.ts';
import type { ReadRefusal } from './read-refusal.ts';
import { type SheetReading, type SheetRow, sampleSize } from './sheet.ts';

/** What a caller knows about the table to look for. */
export interface TableChoice {
  /** 1-based; found by looking when missing. */
  readonly headerRow?: number | undefined;
  readonly isKnownHeading?: ((heading: string) => boolean) | undefined;
}

export type Table = Pick<SheetReading, 'headerRow' | 'headings' | 'preamble' | 'sample'>;

/** Finds headings, the lines above them and the first data rows among the first rows of a sheet. */
export function findTable(rows: readonly SheetRow[], choice: TableChoice): Outcome<Table, ReadRefusal> {
  const at =
    choice.headerRow === undefined
      ? findHeaderRow(rows, choice.isKnownHeading)
      : rows.findIndex((row) => row.number === choice.headerRow);
  const header = at === undefined ? undefined : rows[at];
  if (at === undefined || !header) return refused({ code: rows.length === 0 ? 'empty-file' : 'no-header' });
  return done({
    headerRow: header.number,
    headings: header.cells.map((cell) => headingText(cell.text)),
    preamble: rows.slice(0, at).map(lineText),
    sample: rows.slice(at + 1, at + 1 + sampleSize),
  });
}

/** A heading on one line: line ends and runs of spaces become one space. */
export function headingText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function lineText(row: SheetRow): string {
  return row.cells
    .map((cell) => headingText(cell.text))
    .filter((text) => text !== '')
    .join(' ');
}
