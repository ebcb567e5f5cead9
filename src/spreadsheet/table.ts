import { done, type Outcome, refused } from '../outcome.ts';
import { cellTroubles } from './cell-trouble.ts';
import { garbledText } from './garbled-text.ts';
import { findHeaderRow } from './header-row.ts';
import { HeadingBlocks } from './heading-blocks.ts';
import { readsLikeHeading } from './heading-likeness.ts';
import { headingCells, headingText } from './headings.ts';
import { listBeside } from './list-beside.ts';
import type { ReadRefusal } from './read-refusal.ts';
import type { ReadingFact } from './reading-fact.ts';
import { type SheetContent, type SheetRow, sampleSize } from './sheet.ts';
import type { MergedCells } from './workbook.ts';

/** What a caller knows about the table to look for. */
export interface TableChoice {
  /** 1-based; 0 for a sheet without headings; found by looking when missing. */
  readonly headerRow?: number | undefined;
  /** Reads a table that has no row of headings; without it such a file is refused as `no-header`. */
  readonly allowsNoHeadings?: boolean | undefined;
  readonly isKnownHeading?: ((heading: string) => boolean) | undefined;
}

export type Table = Pick<
  SheetContent,
  'headerRow' | 'headings' | 'preamble' | 'preambleRows' | 'sample' | 'facts'
>;

/** Finds headings, the lines above them and the first data rows among the first rows of a sheet. */
export function findTable(
  rows: readonly SheetRow[],
  choice: TableChoice,
  mergedCells: readonly MergedCells[] = [],
): Outcome<Table, ReadRefusal> {
  const merged = new HeadingBlocks(mergedCells, widthOf(rows));
  if (choice.headerRow === 0 && rows.length > 0) return done(tableWithoutHeadings(rows));
  const found = headerIndex(rows, choice, merged);
  const header = found === undefined ? undefined : rows[found];
  if (found === undefined || !header) {
    if (found === undefined && choice.allowsNoHeadings && isTableOfValues(rows))
      return done(tableWithoutHeadings(rows));
    return refused({ code: rows.length === 0 ? 'empty-file' : 'no-header' });
  }
  const { cells, joined } = headingCells(rows, found, merged);
  const headings = cells.map((cell) => headingText(cell.text));
  const beside = listBeside(headings);
  const above = rows.slice(0, found - joined);
  const sample = rows.slice(found + 1, found + 1 + sampleSize);
  return done({
    headerRow: header.number,
    headings,
    preamble: above.map(lineText),
    preambleRows: above,
    sample,
    facts: [
      ...(joined > 0 ? [{ code: 'headings-joined', rows: joined + 1 } as const] : []),
      ...(above.length > 0 ? [{ code: 'lines-above', count: above.length } as const] : []),
      ...(beside ? [{ code: 'list-beside', columns: beside } as const] : []),
      ...troubleFacts(sample),
    ],
  });
}

/** Every row is data; columns are told from their values. */
function tableWithoutHeadings(rows: readonly SheetRow[]): Table {
  const sample = rows.slice(0, sampleSize);
  return {
    headerRow: 0,
    headings: Array.from({ length: widthOf(sample) }, () => ''),
    preamble: [],
    preambleRows: [],
    sample,
    facts: [{ code: 'no-headings' }, ...troubleFacts(sample)],
  };
}

function troubleFacts(sample: readonly SheetRow[]): ReadingFact[] {
  const found = garbledText(sample);
  return [
    ...(found ? [{ code: 'letters-garbled', found } as const] : []),
    ...cellTroubles(sample).map((trouble) => ({ code: 'cells-in-trouble', trouble }) as const),
  ];
}

/** Rows alike in width, with columns that hold what no heading reads like: a list, and no letter or prose. */
function isTableOfValues(rows: readonly SheetRow[]): boolean {
  const looked = rows.slice(0, sampleSize).filter(({ cells }) => cells.length > 1);
  if (looked.length < 2 || looked.length * 10 < rows.slice(0, sampleSize).length * 8) return false;
  return Array.from({ length: widthOf(looked) }, (_, column) => column).some((column) => {
    const values = looked.flatMap(({ cells }) => cells[column] ?? []).filter(({ kind }) => kind !== 'blank');
    const isMostlyFilled = values.length * 10 >= looked.length * 8;
    return (
      isMostlyFilled && values.filter((value) => !readsLikeHeading(value)).length * 10 >= values.length * 9
    );
  });
}

function headerIndex(
  rows: readonly SheetRow[],
  choice: TableChoice,
  merged: HeadingBlocks,
): number | undefined {
  if (choice.headerRow !== undefined) return rows.findIndex((row) => row.number === choice.headerRow);
  return findHeaderRow(rows, { isKnownHeading: choice.isKnownHeading, merged });
}

function widthOf(rows: readonly SheetRow[]): number {
  return rows.reduce((width, { cells }) => Math.max(width, cells.length), 0);
}

function lineText(row: SheetRow): string {
  return row.cells
    .map((cell) => headingText(cell.text))
    .filter((text) => text !== '')
    .join(' ');
}
