import { done, type Outcome, refused } from '../outcome.ts';
import { findHeaderRow } from './header-row.ts';
import { headingCells, headingText } from './headings.ts';
import type { ReadRefusal } from './read-refusal.ts';
import { type SheetReading, type SheetRow, sampleSize } from './sheet.ts';
import type { MergedCells } from './workbook.ts';

/** What a caller knows about the table to look for. */
export interface TableChoice {
  /** 1-based; found by looking when missing. */
  readonly headerRow?: number | undefined;
  readonly isKnownHeading?: ((heading: string) => boolean) | undefined;
}

export type Table = Pick<SheetReading, 'headerRow' | 'headings' | 'preamble' | 'sample'>;

/** Finds headings, the lines above them and the first data rows among the first rows of a sheet. */
export function findTable(
  rows: readonly SheetRow[],
  choice: TableChoice,
  merged: readonly MergedCells[] = [],
): Outcome<Table, ReadRefusal> {
  const found = headerIndex(rows, choice, merged);
  const header = found === undefined ? undefined : rows[found];
  if (found === undefined || !header)
    return refused({ code: rows.length === 0 ? 'empty-file' : 'no-header' });
  const { cells, joined } = headingCells(rows, found, merged);
  return done({
    headerRow: header.number,
    headings: cells.map((cell) => headingText(cell.text)),
    preamble: rows.slice(0, found - joined).map(lineText),
    sample: rows.slice(found + 1, found + 1 + sampleSize),
  });
}

function headerIndex(
  rows: readonly SheetRow[],
  choice: TableChoice,
  merged: readonly MergedCells[],
): number | undefined {
  if (choice.headerRow !== undefined) return rows.findIndex((row) => row.number === choice.headerRow);
  return findHeaderRow(rows, { isKnownHeading: choice.isKnownHeading, merged });
}

function lineText(row: SheetRow): string {
  return row.cells
    .map((cell) => headingText(cell.text))
    .filter((text) => text !== '')
    .join(' ');
}
