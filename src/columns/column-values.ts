import type { Cell } from '../spreadsheet/sheet.ts';
import { isBlank, looksLikeDates, looksLikeEmails, looksLikeFiledNames, shareOf } from './value-shapes.ts';

/** What a column's values are, told without its heading. */
export type ValueKind =
  | 'dates'
  | 'emails'
  /** `Last, First` */
  | 'filed-names'
  /** Y and N, true and false: a mark, such as for sworn. */
  | 'yes-no'
  /** Mostly different whole numbers or codes: somebody's number. */
  | 'ids'
  /** Few different numbers up to 400: hours of courses. */
  | 'small-numbers'
  /** Few different words. */
  | 'categories';

export interface ColumnValues {
  readonly kind: ValueKind;
  /** The share (0 to 1) of filled cells that are so. */
  readonly share: number;
}

/** Nearly all cells of a column must agree. */
const leastShare = 0.9;
/** Fewer values prove nothing about how often they repeat. */
const leastCells = 5;

/** What the values of a column are, or undefined when they are nothing in particular. The order of rows is no matter. */
export function columnValues(cells: readonly Cell[]): ColumnValues | undefined {
  const filled = cells.filter((cell) => !isBlank(cell) && cell.kind !== 'error');
  if (filled.length === 0) return undefined;
  for (const [kind, likeness] of kinds) {
    const share = likeness(filled);
    if (share >= leastShare) return { kind, share };
  }
  return undefined;
}

const kinds: readonly (readonly [ValueKind, (cells: readonly Cell[]) => number])[] = [
  ['dates', (cells) => looksLikeDates(cells)],
  ['emails', looksLikeEmails],
  ['filed-names', looksLikeFiledNames],
  ['yes-no', (cells) => (distinct(cells) <= 3 ? shareOf(cells, ({ text }) => yesNo.test(text.trim())) : 0)],
  ['ids', idLikeness],
  ['small-numbers', (cells) => (distinct(cells) * 2 <= cells.length ? shareOf(cells, isSmallNumber) : 0)],
  ['categories', categoryLikeness],
];

const yesNo = /^(?:y|n|yes|no|t|f|true|false|x)$/i;
const idShape = /^(?=\S*\d)[a-z]{0,4}[-# ]?\d{2,12}[a-z]?$/i;

/** Whole numbers or short codes, at least nine in ten of them different; long ones may repeat, as in a transcript. */
function idLikeness(cells: readonly Cell[]): number {
  const different = distinct(cells) / cells.length;
  const isLong = cells.every(({ text }) => text.trim().length >= 5) && distinct(cells) >= leastCells;
  if (different < (isLong ? 0.05 : cells.length < leastCells ? 1 : 0.9)) return 0;
  return shareOf(cells, ({ kind, text }) => kind !== 'date' && idShape.test(text.trim()));
}

function isSmallNumber(cell: Cell): boolean {
  const number =
    cell.kind === 'number'
      ? cell.number
      : Number(/^\s*(\d{1,3}(?:\.\d+)?)\s*(?:h|hrs?|hours?)\.?\s*$/i.exec(cell.text)?.[1]);
  return number > 0 && number <= 400;
}

function categoryLikeness(cells: readonly Cell[]): number {
  if (cells.length < leastCells || distinct(cells) * 3 > cells.length) return 0;
  return shareOf(cells, ({ kind, text }) => kind === 'text' && text.length <= 40 && /\p{L}/u.test(text));
}

function distinct(cells: readonly Cell[]): number {
  return new Set(cells.map(({ text }) => text.trim().toLowerCase())).size;
}
