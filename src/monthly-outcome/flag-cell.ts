import type { Cell } from '../spreadsheet/sheet.ts';

/** What a cell of a yes-or-no column says: how often, and `unclear` when it is neither yes, no nor a number. */
export type FlagReading = number | 'unclear';

const yes = new Set(['y', 'yes', 'x', 'xx', 't', 'true', '✓', '✔', '☑', '√']);
const no = new Set(['n', 'no', 'f', 'false', '-', '–', '—', 'none', 'n/a', 'na', '☐', 'not applicable']);

/** Blank is no: people tick what was, and leave empty what was not. */
export function readFlag(cell: Cell): FlagReading {
  if (cell.kind === 'blank') return 0;
  if (cell.kind === 'number') return isCount(cell.number, 100) ? cell.number : 'unclear';
  if (cell.kind === 'error' || cell.kind === 'date') return 'unclear';
  const word = cell.text.trim().toLowerCase();
  if (yes.has(word)) return 1;
  return no.has(word) || word === '' ? 0 : 'unclear';
}

/** What a cell of totals says: a whole number, nothing (not counted), or `unclear`. */
export function readTotal(cell: Cell, most: number): number | undefined | 'unclear' {
  if (cell.kind === 'blank') return undefined;
  if (cell.kind === 'number') return isCount(cell.number, most) ? cell.number : 'unclear';
  return /^(n\/?a|-|–|—|not counted)$/i.test(cell.text.trim()) ? undefined : 'unclear';
}

/** Whether a cell begins like a formula: its sender meant a spreadsheet to reckon with it, and we don't. */
export function isFormulaText(cell: Cell): boolean {
  return (cell.kind === 'text' && /^[=@]/.test(cell.text)) || (cell.kind === 'error' && cell.text === '');
}

function isCount(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= most;
}
