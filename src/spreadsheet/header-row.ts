import type { Cell, SheetRow } from './sheet.ts';

/** How far down headings are looked for. */
const searchedRows = 60;
/** How many rows below a candidate are held against it. */
const comparedRows = 25;
const leastScore = 4;

/**
 * The index of the row that holds the headings, or undefined when no row reads like headings. Headings are
 * mostly short, different texts over rows that fill the same columns with other kinds of value.
 */
export function findHeaderRow(
  rows: readonly SheetRow[],
  candidates: readonly SheetRow[],
  isKnownHeading: (heading: string) => boolean = () => false,
): number | undefined {
  let best: number | undefined;
  let bestScore = leastScore;
  for (let at = 0; at < Math.min(rows.length, searchedRows); at++) {
    const score = headerScore(candidates[at]?.cells ?? [], rows, at, isKnownHeading);
    if (score > bestScore) {
      best = at;
      bestScore = score;
    }
  }
  return best;
}

function headerScore(
  cells: readonly Cell[],
  rows: readonly SheetRow[],
  at: number,
  isKnownHeading: (heading: string) => boolean,
): number {
  const filled = cells.filter((cell) => cell.kind !== 'blank');
  const headingLike = filled.filter(readsLikeHeading);
  const known = headingLike.filter((cell) => isKnownHeading(cell.text)).length;
  const share = headingLike.length / filled.length;
  if (filled.length === 0 || share < 0.7) return 0;
  const below = rows.slice(at + 1, at + 1 + comparedRows).filter((row) => !repeats(row.cells, cells));
  const distinct = new Set(filled.map((cell) => cell.text.toLowerCase())).size / filled.length;
  return (
    share * 2 +
    distinct +
    coverage(cells, below) * 3 +
    contrast(cells, below) * 3 -
    reappearance(cells, below) * 5 +
    (known / filled.length) * 6 +
    Math.min(known, 4) * 0.5 -
    at * 0.01
  );
}

function readsLikeHeading(cell: Cell): boolean {
  if (cell.kind !== 'text' || cell.text.length > 100) return false;
  return /\p{L}/u.test(cell.text) && !/@|^\d+[/.-]\d+[/.-]\d+/.test(cell.text);
}

/** A heading row printed again on each page says nothing about the data. */
function repeats(cells: readonly Cell[], header: readonly Cell[]): boolean {
  return cells.length === header.length && cells.every((cell, column) => cell.text === header[column]?.text);
}

/** The share of values below that stand under a heading; half counts when there is nothing below. */
function coverage(header: readonly Cell[], below: readonly SheetRow[]): number {
  let values = 0;
  let under = 0;
  for (const { cells } of below) {
    for (let column = 0; column < cells.length; column++) {
      if (cells[column]?.kind === 'blank') continue;
      values++;
      if ((header[column]?.kind ?? 'blank') !== 'blank') under++;
    }
  }
  return values === 0 ? 0.5 : (under / values) * fullness(header, below);
}

/** How well rows below fill the headings: a title over a wide table is not its header. */
function fullness(header: readonly Cell[], below: readonly SheetRow[]): number {
  const columns = header.flatMap((cell, column) => (cell.kind === 'blank' ? [] : [column]));
  const met = columns.filter((column) =>
    below.some(({ cells }) => (cells[column]?.kind ?? 'blank') !== 'blank'),
  );
  return columns.length === 0 ? 0 : 0.5 + (0.5 * met.length) / columns.length;
}

/** The share of headings over columns whose values mostly don't read like headings. */
function contrast(header: readonly Cell[], below: readonly SheetRow[]): number {
  let columns = 0;
  let contrasting = 0;
  header.forEach((heading, column) => {
    if (heading.kind === 'blank') return;
    columns++;
    const values = below.flatMap(({ cells }) => {
      const cell = cells[column];
      return cell && cell.kind !== 'blank' ? [cell] : [];
    });
    if (values.filter((cell) => !readsLikeHeading(cell)).length * 2 > values.length) contrasting++;
  });
  return columns === 0 ? 0 : contrasting / columns;
}

/** The share of headings that turn up again as a value in their own column: `Patrol` is data. */
function reappearance(header: readonly Cell[], below: readonly SheetRow[]): number {
  const filled = header.flatMap((cell, column) => (cell.kind === 'blank' ? [] : [{ cell, column }]));
  const again = filled.filter(({ cell, column }) =>
    below.some(({ cells }) => cells[column]?.text.toLowerCase() === cell.text.toLowerCase()),
  );
  return filled.length === 0 ? 0 : again.length / filled.length;
}
