import { withoutInvisibleSigns } from '../spreadsheet/invisible-signs.ts';
import type { Cell } from '../spreadsheet/sheet.ts';

/** A longer text has no shape to be told by. */
const longestValue = 500;

/** The share (0 to 1) of the cells with something in them that pass; 0 when all are blank. */
export function shareOf(cells: readonly Cell[], passes: (cell: Cell) => boolean): number {
  const filled = cells.filter((cell) => !isBlank(cell));
  const passing = filled.filter((cell) => cell.text.length <= longestValue && passes(cell));
  return filled.length === 0 ? 0 : passing.length / filled.length;
}

export function isBlank(cell: Cell): boolean {
  if (/^[!-~]/.test(cell.text)) return false;
  return cell.kind === 'blank' || withoutInvisibleSigns(cell.text).trim() === '';
}

const dateShape =
  /^\s*(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[- ]?[a-z]{3,9}\.?[- ,]*\d{2,4}|[a-z]{3,9}\.? \d{1,2},? \d{2,4})([ t]\d{1,2}:\d{2}.*)?\s*$/i;

export const looksLikeDates = (cells: readonly Cell[]): number =>
  shareOf(cells, (cell) => cell.kind === 'date' || dateShape.test(cell.text));

export const looksLikeEmails = (cells: readonly Cell[]): number =>
  shareOf(cells, (cell) => /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(cell.text));

/** Numbers, also as text: `8`, `40.0`, `7.5 hrs`. */
export const looksLikeNumbers = (cells: readonly Cell[]): number =>
  shareOf(
    cells,
    (cell) => cell.kind === 'number' || /^\s*\d+([.,]\d+)?\s*(h|hr|hrs|hours)?\.?\s*$/i.test(cell.text),
  );

/** Short codes with a digit and without spaces: employee numbers, badges. */
export const looksLikeCodes = (cells: readonly Cell[]): number =>
  shareOf(
    cells,
    (cell) =>
      cell.kind !== 'date' &&
      !dateShape.test(cell.text) &&
      /^\s*(?=\S*\d)[a-z0-9#._/-]{1,16}\s*$/i.test(cell.text),
  );

const initialOrWord = String.raw`[\p{L}\p{M}'’.-]+`;
const filedName = new RegExp(
  String.raw`^\s*${initialOrWord}( ${initialOrWord}){0,3},\s*${initialOrWord}([ ,]+${initialOrWord}){0,3}\s*$`,
  'u',
);
const spokenName = new RegExp(String.raw`^\s*${initialOrWord}( ${initialOrWord}){1,4}\s*$`, 'u');
const oneName = new RegExp(String.raw`^\s*${initialOrWord}( ${initialOrWord}){0,2}\s*$`, 'u');

/** `Maria Alden (On Leave)`, `Priya Dell [C]`: what some systems write behind a name is no part of it. */
const withoutAsides = (text: string): string =>
  /[([]/.test(text) ? text.replace(/\s*[([][^)\]]*[)\]]/g, '') : text;

/** `Last, First M.`: no other kind of column looks like this. */
export const looksLikeFiledNames = (cells: readonly Cell[]): number =>
  shareOf(cells, (cell) => filedName.test(withoutAsides(cell.text)));

/** `Last, First` or `First Last`; titles and places of two words look so too, so the heading must agree. */
export const looksLikeFullNames = (cells: readonly Cell[]): number =>
  shareOf(cells, (cell) => {
    const text = withoutAsides(cell.text);
    return filedName.test(text) || spokenName.test(text);
  });

/** One to three words without digits: a family or a given name. */
export const looksLikeSingleNames = (cells: readonly Cell[]): number =>
  shareOf(cells, (cell) => oneName.test(cell.text));

/** Words a person reads; not `PD-SGT-0012` or `4410`, by which a system numbers its positions. */
export const looksLikeWords = (cells: readonly Cell[]): number =>
  shareOf(
    cells,
    ({ text }) => /\p{L}{2}/u.test(text) && !/^(?=\S*\d)[\p{Lu}\d]+(?:[-_.][\p{Lu}\d]+)+$/u.test(text),
  );
