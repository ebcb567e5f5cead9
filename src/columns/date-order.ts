import type { Cell } from '../spreadsheet/sheet.ts';
import { shareOf } from './value-shapes.ts';

/** Which number of `3/5/2024` is the month: `mixed` where a column holds proof of both. */
export type DateOrder = 'month-first' | 'day-first' | 'mixed';

const shape = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](?:\d{4}|\d{2})\b/;

/**
 * How a column writes its days, told by the values that allow one reading only; undefined where every value
 * allows both, which in the United States means that months come first.
 */
export function dateOrderOf(cells: readonly Cell[]): DateOrder | undefined {
  const isAbove = (cell: Cell, part: 1 | 2) => Number(shape.exec(cell.text)?.[part] ?? 0) > 12;
  const texts = cells.filter(({ kind }) => kind === 'text');
  const dayFirst = shareOf(texts, (cell) => isAbove(cell, 1) && !isAbove(cell, 2)) > 0;
  const monthFirst = shareOf(texts, (cell) => isAbove(cell, 2) && !isAbove(cell, 1)) > 0;
  if (dayFirst && monthFirst) return 'mixed';
  if (dayFirst) return 'day-first';
  return monthFirst ? 'month-first' : undefined;
}
