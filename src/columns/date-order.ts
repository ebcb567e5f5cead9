import type { Cell } from '../spreadsheet/sheet.ts';

/** Which number of `3/5/2024` is the month: `mixed` where a column's values don't settle it. */
export type DateOrder = 'month-first' | 'day-first' | 'mixed';

const shape = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](?:\d{4}|\d{2})\b/;

/** A single 25/12/2023 may be a slip of the keyboard; it doesn't turn a column's other days around. */
const fewestDayFirst = 2;
/** In the United States months come first: so many proofs of that for each of the contrary settle it. */
const outweighing = 10;

/**
 * How a column writes its days, told by the different values that allow one reading only; undefined where every
 * value allows both, which in the United States means that months come first. Days come first only where no value
 * contradicts and more than one shows it.
 */
export function dateOrderOf(cells: readonly Cell[]): DateOrder | undefined {
  const proofs = new Map<string, DateOrder>();
  for (const { kind, text } of cells) {
    const order = kind === 'text' ? orderShown(text) : undefined;
    if (order) proofs.set(text.trim(), order);
  }
  const dayFirst = proofs
    .values()
    .filter((order) => order === 'day-first')
    .toArray().length;
  const monthFirst = proofs.size - dayFirst;
  if (dayFirst === 0) return monthFirst > 0 ? 'month-first' : undefined;
  if (monthFirst === 0) return dayFirst >= fewestDayFirst ? 'day-first' : 'mixed';
  return monthFirst >= outweighing * dayFirst ? 'month-first' : 'mixed';
}

function orderShown(text: string): 'month-first' | 'day-first' | undefined {
  const parts = shape.exec(text);
  const [first, second] = [Number(parts?.[1] ?? 0), Number(parts?.[2] ?? 0)];
  if (first > 31 || second > 31 || first > 12 === second > 12) return undefined;
  return first > 12 ? 'day-first' : 'month-first';
}
