import { blankCell } from './cell.ts';
import type { Cell, SheetRow } from './sheet.ts';
import type { MergedCells } from './workbook.ts';

/** Headings spread over more rows than this are not met. */
export const mostHeadingRows = 3;

export interface HeadingCells {
  readonly cells: readonly Cell[];
  /** How many rows above were used. */
  readonly joined: number;
}

/** A text above the headings and the columns it stands for; `own` when it is a heading by itself. */
interface Above {
  readonly text: string;
  readonly row: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly own: boolean;
}

/** A heading on one line: line ends and runs of spaces become one space. */
export function headingText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The headings a row would give. Where rows above are merged down into it, or group its columns (`Training`
 * over `Course` and `Date`), their texts come in front: `Training Course`.
 */
export function headingCells(
  rows: readonly SheetRow[],
  at: number,
  merged: readonly MergedCells[],
): HeadingCells {
  const row = rows[at];
  if (!row) return { cells: [], joined: 0 };
  const above = aboveInBlocks(rows, row, merged);
  const used = above.length > 0 ? above : aboveByGaps(rows[at - 1], row);
  if (used.length === 0) return { cells: row.cells, joined: 0 };
  const top = Math.min(...used.map((one) => one.row));
  const joined = rows.slice(0, at).filter(({ number }) => number >= top).length;
  return { cells: joinedCells(row.cells, used), joined };
}

function joinedCells(own: readonly Cell[], above: readonly Above[]): Cell[] {
  const width = Math.max(own.length, ...above.map(({ lastColumn }) => lastColumn + 1));
  return Array.from({ length: width }, (_, column) => {
    const texts = above
      .filter(({ firstColumn, lastColumn }) => column >= firstColumn && column <= lastColumn)
      .toSorted((a, b) => a.row - b.row)
      .map(({ text }) => text);
    const cell = own[column] ?? blankCell;
    if (texts.length === 0) return cell;
    return { kind: 'text', text: [...texts, cell.text].join(' ').trim() };
  });
}

function aboveInBlocks(rows: readonly SheetRow[], row: SheetRow, merged: readonly MergedCells[]): Above[] {
  const near = merged.filter(
    ({ firstRow, lastRow }) =>
      firstRow < row.number && firstRow > row.number - mostHeadingRows && lastRow >= row.number - 1,
  );
  const texts = near.flatMap((block): Above[] => {
    const cell = rows.find(({ number }) => number === block.firstRow)?.cells[block.firstColumn];
    if (cell?.kind !== 'text') return [];
    const { firstRow, firstColumn, lastColumn, lastRow } = block;
    return [{ text: cell.text, row: firstRow, firstColumn, lastColumn, own: lastRow >= row.number }];
  });
  return isTitle(texts, row) ? [] : [...texts, ...loneHeadings(rows, row, texts)];
}

/** One text merged from the first column on, with no other beside it, is the report's title. */
function isTitle(texts: readonly Above[], row: SheetRow): boolean {
  const [only] = texts;
  if (!only || texts.some(({ own }) => own)) return texts.length === 0;
  const spansAll = texts.some(
    ({ firstColumn, lastColumn }) => firstColumn === 0 && lastColumn >= row.cells.length - 1,
  );
  return spansAll || (texts.length === 1 && only.firstColumn === 0);
}

/** Beside groups, a heading may stand in the row above without being merged down. */
function loneHeadings(rows: readonly SheetRow[], row: SheetRow, texts: readonly Above[]): Above[] {
  const upper = rows.find(({ number }) => number === row.number - 1);
  return (upper?.cells ?? []).flatMap((cell, column): Above[] => {
    const isTaken = texts.some(
      ({ firstColumn, lastColumn }) => column >= firstColumn && column <= lastColumn,
    );
    if (cell.kind !== 'text' || isTaken || (row.cells[column]?.kind ?? 'blank') !== 'blank') return [];
    return [{ text: cell.text, row: row.number - 1, firstColumn: column, lastColumn: column, own: true }];
  });
}

/**
 * In a CSV file merged headings have left gaps: a row that begins with blank cells, all of which the row right
 * above it fills. A text above reaches over the blank cells that follow it.
 */
function aboveByGaps(upper: SheetRow | undefined, row: SheetRow): Above[] {
  if (!upper || upper.number !== row.number - 1 || (row.cells[0]?.kind ?? 'blank') !== 'blank') return [];
  const gaps = row.cells.flatMap((cell, column) => (cell.kind === 'blank' ? [column] : []));
  if (!gaps.every((column) => upper.cells[column]?.kind === 'text')) return [];
  const filled = upper.cells.flatMap((cell, column) => (cell.kind === 'text' ? [{ cell, column }] : []));
  if (filled.length < 2) return [];
  return filled.map(({ cell, column }, index) => {
    const next = filled[index + 1]?.column ?? row.cells.length;
    const own = (row.cells[column]?.kind ?? 'blank') === 'blank';
    return { text: cell.text, row: upper.number, firstColumn: column, lastColumn: next - 1, own };
  });
}
