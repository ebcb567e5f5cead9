import { blankCell } from './cell.ts';
import type { HeadingBlocks } from './heading-blocks.ts';
import { withoutInvisibleSigns } from './invisible-signs.ts';
import type { Cell, SheetRow } from './sheet.ts';

/** Headings spread over more rows than this are not met. */
export const mostHeadingRows = 3;
/** A longer text above is prose and names no group of columns. */
const longestGroup = 250;

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

/** A heading on one line and without invisible signs: line ends and runs of spaces become one space. */
export function headingText(text: string): string {
  return withoutInvisibleSigns(text).replace(/\s+/g, ' ').trim();
}

/**
 * The headings a row would give. Where rows above are merged down into it, or group its columns (`Training`
 * over `Course` and `Date`), their texts come in front: `Training Course`.
 */
export function headingCells(rows: readonly SheetRow[], at: number, merged: HeadingBlocks): HeadingCells {
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
  const texts: string[][] = [];
  for (const { text, firstColumn, lastColumn } of above.toSorted((a, b) => a.row - b.row))
    for (let column = firstColumn; column <= lastColumn; column++) {
      const over = texts[column] ?? [];
      texts[column] = [...over, text];
    }
  return Array.from({ length: Math.max(own.length, texts.length) }, (_, column) => {
    const cell = own[column] ?? blankCell;
    const over = texts[column];
    return over ? { kind: 'text', text: [...over, cell.text].join(' ').trim() } : cell;
  });
}

function aboveInBlocks(rows: readonly SheetRow[], row: SheetRow, merged: HeadingBlocks): Above[] {
  const texts: Above[] = [];
  for (let number = row.number - mostHeadingRows + 1; number < row.number; number++) {
    const blocks = merged.startingIn(number);
    const cells = blocks.length === 0 ? [] : (rows.find((one) => one.number === number)?.cells ?? []);
    for (const { firstColumn, lastColumn, lastRow } of blocks) {
      const cell = cells[firstColumn];
      if (lastRow < row.number - 1 || cell?.kind !== 'text' || cell.text.length > longestGroup) continue;
      texts.push({ text: cell.text, row: number, firstColumn, lastColumn, own: lastRow >= row.number });
    }
  }
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
  const taken = new Set<number>();
  for (const { firstColumn, lastColumn } of texts)
    for (let column = firstColumn; column <= lastColumn; column++) taken.add(column);
  return (upper?.cells ?? []).flatMap((cell, column): Above[] => {
    if (cell.kind !== 'text' || taken.has(column) || (row.cells[column]?.kind ?? 'blank') !== 'blank')
      return [];
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
