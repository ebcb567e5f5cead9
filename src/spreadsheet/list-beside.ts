/** Columns, 0-based, both included. */
export interface ColumnRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The columns of a second list that stands beside the first under the same headings: two shifts side by side. At least
 * two headings come again in their order, and the first list ends before them.
 */
export function listBeside(headings: readonly string[]): ColumnRange | undefined {
  const folded = headings.map((heading) => heading.trim().toLowerCase());
  const start = folded.findIndex((heading) => heading !== '');
  const first = folded[start];
  if (first === undefined) return undefined;
  const from = folded.indexOf(first, start + 1);
  if (from < 0) return undefined;
  const own = folded.slice(start, from);
  while (own.at(-1) === '') own.pop();
  const comesAgain = own.every((heading, at) => folded[from + at] === heading);
  const isList = own.length > 1 && own.every((heading) => heading !== '') && comesAgain;
  return isList ? { from, to: folded.findLastIndex((heading) => heading !== '') } : undefined;
}
