import type { Cell } from './sheet.ts';

const notHeadings = [
  /@/,
  /^\d+[/.-]\d+[/.-]\d+/,
  /^\d{1,2}[- ][a-z]{3,9}[- ,]+\d{2,4}$/i,
  /^[a-z]{3,9}\.? \d{1,2},? \d{4}$/i,
  /^[$(+-]?\d[\d,.: ]*(?:[ap]m|hrs?|hours?|%)?$/i,
  /^[a-z]{0,4}[-# ]?\d{3,}$/i,
  /^(?:yes|no|n\/a|none|null|true|false|unknown)$/i,
  /[,;]$/,
  /(?:\S+\s+){4,}\S*[.!?]$/,
];

/** Whether a cell could be a heading: a short text with letters that is no date, number, id, address or sentence. */
export function readsLikeHeading(cell: Cell): boolean {
  if (cell.kind !== 'text' || cell.text.length > 100 || !/\p{L}/u.test(cell.text)) return false;
  return !notHeadings.some((pattern) => pattern.test(cell.text));
}

/** Whether a cell is a year, which heads a column in yearly tables and is a value elsewhere. */
export function isYear(cell: Cell): boolean {
  return cell.kind === 'number' && /^(?:19|20)\d{2}$/.test(cell.text);
}
