import { blankCell } from './cell.ts';
import { HeadingBlocks } from './heading-blocks.ts';
import { isYear, readsLikeHeading } from './heading-likeness.ts';
import { type HeadingCells, headingCells, headingText, mostHeadingRows } from './headings.ts';
import type { Cell, SheetRow } from './sheet.ts';

/** How far down headings are looked for. */
const searchedRows = 60;
/** How many rows below a candidate are held against it. */
const rowsBelow = 25;
const rowsAbove = 10;
/** How many columns tell a row of headings from data; what a wide sheet holds beyond them says nothing else. */
const judgedColumns = 250;
/** No heading is longer. */
const longestHeading = 100;
const leastScore = 4;
/** What weighs against the upper of two heading rows: more than a known heading weighs for it. */
const unfinished = 5;

export interface HeaderHints {
  readonly isKnownHeading?: ((heading: string) => boolean) | undefined;
  readonly merged?: HeadingBlocks;
}

/** A row that may hold the headings, and what stands around it. */
interface Candidate {
  readonly filled: readonly { readonly cell: Cell; readonly column: number }[];
  readonly above: readonly SheetRow[];
  readonly below: readonly SheetRow[];
}

/**
 * The index of the row that holds the headings, or undefined when no row reads like headings. Headings are
 * mostly short, different texts over rows that fill the same columns with other values.
 */
export function findHeaderRow(all: readonly SheetRow[], hints: HeaderHints = {}): number | undefined {
  const rows = all.slice(0, searchedRows + rowsBelow).map(judgedPart);
  const merged = hints.merged ?? new HeadingBlocks([], 0);
  let best: number | undefined;
  let bestScore = leastScore;
  for (let at = 0; at < Math.min(rows.length, searchedRows); at++) {
    const headings = headingCells(rows, at, merged);
    const isUpper = isMergedFurtherDown(rows[at], merged);
    const score =
      headerScore(candidateAt(rows, at, headings), hints) - at * 0.01 - (isUpper ? unfinished : 0);
    if (score > bestScore) {
      best = at;
      bestScore = score;
    }
  }
  return best;
}

function judgedPart(row: SheetRow): SheetRow {
  return row.cells.length <= judgedColumns ? row : { ...row, cells: row.cells.slice(0, judgedColumns) };
}

/** Whether cells of a row reach down into the next: the headings then end further down. */
function isMergedFurtherDown(row: SheetRow | undefined, merged: HeadingBlocks): boolean {
  if (!row) return false;
  return merged
    .startingIn(row.number)
    .filter(({ firstRow, lastRow }) => lastRow > row.number && lastRow - firstRow < mostHeadingRows)
    .some(({ firstColumn }) => readsLikeHeading(row.cells[firstColumn] ?? blankCell));
}

function candidateAt(rows: readonly SheetRow[], at: number, { cells, joined }: HeadingCells): Candidate {
  const first = at - joined;
  return {
    filled: cells.flatMap((cell, column) => (cell.kind === 'blank' ? [] : [{ cell, column }])),
    above: rows.slice(Math.max(0, first - rowsAbove), first),
    // A heading row printed again on each page says nothing about the data.
    below: rows.slice(at + 1, at + 1 + rowsBelow).filter((row) => !isSameRow(row.cells, cells)),
  };
}

function headerScore(candidate: Candidate, { isKnownHeading }: HeaderHints): number {
  const cells = candidate.filled.map(({ cell }) => cell);
  const share = headingShare(cells);
  if (share < 0.7) return 0;
  const known = isKnownHeading ? cells.filter((cell) => isKnownHeading(headingText(cell.text))).length : 0;
  // Where a caller knows many headings and this row has none, words alone are no sign of headings.
  const strange = isKnownHeading && known === 0 ? 2.1 : 0;
  const distinct = new Set(cells.map((cell) => cell.text.toLowerCase())).size / cells.length;
  return (
    share * 2 +
    distinct +
    coverage(candidate) * 3 +
    contrast(candidate) * 3 -
    reappearance(candidate) * 5 -
    tableAbove(candidate) +
    (known / cells.length) * 6 +
    Math.min(known, 4) * 0.5 -
    strange
  );
}

/** The share of cells that read like headings; years count for neither side where a row has several. */
function headingShare(cells: readonly Cell[]): number {
  const years = cells.filter(isYear).length;
  const judged = years >= 3 ? cells.filter((cell) => !isYear(cell)) : cells;
  return judged.length === 0 ? 0 : judged.filter(readsLikeHeading).length / judged.length;
}

function isSameRow(cells: readonly Cell[], others: readonly Cell[]): boolean {
  return cells.length === others.length && cells.every((cell, column) => cell.text === others[column]?.text);
}

function isFilled(row: SheetRow, column: number): boolean {
  return (row.cells[column]?.kind ?? 'blank') !== 'blank';
}

/** The share of values below that stand under a heading, less where headings stand over nothing. */
function coverage({ filled, below }: Candidate): number {
  const columns = new Set(filled.map(({ column }) => column));
  let values = 0;
  let under = 0;
  for (const { cells } of below) {
    cells.forEach((cell, column) => {
      if (cell.kind === 'blank') return;
      values++;
      if (columns.has(column)) under++;
    });
  }
  if (values === 0) return 0.5;
  const used = filled.filter(({ column }) => below.some((row) => isFilled(row, column)));
  return (under / values) * (0.5 + (0.5 * used.length) / filled.length);
}

/** The share of headings over columns of other values; values over values of their kind count against it. */
function contrast({ filled, below }: Candidate): number {
  let sum = 0;
  for (const { cell, column } of filled) {
    const values = below.flatMap(({ cells }) => cells[column] ?? []).filter(({ kind }) => kind !== 'blank');
    const isValueColumn = values.filter((value) => !readsLikeHeading(value)).length * 2 > values.length;
    if (isValueColumn) sum += readsLikeHeading(cell) || isYear(cell) ? 1 : -2;
  }
  return sum / filled.length;
}

/** The share of headings that are also values of their own column: `Patrol` is data. */
function reappearance({ filled, above, below }: Candidate): number {
  const again = filled.filter(({ cell, column }) =>
    [...above, ...below].some(({ cells }) => isSameText(cells[column]?.text ?? '', cell.text)),
  );
  return again.length / filled.length;
}

function isSameText(one: string, other: string): boolean {
  if (one === other) return true;
  return one.length <= longestHeading && one.toLowerCase() === other.toLowerCase();
}

/** Rows above as wide as the candidate say that the table began earlier. */
function tableAbove({ filled, above }: Candidate): number {
  const wide = above.filter((row) => {
    const width = row.cells.filter((cell) => cell.kind !== 'blank').length;
    return width >= filled.length * 0.7;
  });
  return Math.min(wide.length, 3) * 2;
}
