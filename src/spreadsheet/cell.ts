import { unguardedText } from '../table-export/formula-guard.ts';
import type { Cell } from './sheet.ts';

/** The one blank cell: shared, so that sparse sheets cost nothing. */
export const blankCell: Cell = Object.freeze({ kind: 'blank', text: '' });

/**
 * A formula whose result the file doesn't hold: programs that write workbooks leave the sum to Excel. Its text is
 * blank, because nobody knows it, and its kind an error, because it is not nothing.
 */
export const uncalculatedCell: Cell = Object.freeze({ kind: 'error', text: '' });

const plainNumber = /^[-+]?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,10})?$/;
const errorTexts = new Set(
  '#N/A #REF! #VALUE! #DIV/0! #NAME? #NUM! #NULL! #SPILL! #CALC! #FIELD! #GETTING_DATA #BLOCKED! #CONNECT! #BUSY! #UNKNOWN!'.split(
    ' ',
  ),
);

/**
 * The cell a spreadsheet program would show for a text from a CSV file. Dates stay text, because only the
 * caller knows which column holds them; numbers keep their text, so a badge `00412` loses nothing.
 */
export function cellFromText(raw: string): Cell {
  if (raw === '') return blankCell;
  const text = trimmed(raw);
  // An end-of-file mark of DOS stands alone in the last line.
  if (text === '' || text === '\u001A') return blankCell;
  switch (text.charCodeAt(0)) {
    case 35: // #
      return { kind: isErrorText(text) ? 'error' : 'text', text };
    case 39: // '
      // Exports, ours too, put it in front of what a spreadsheet program could take for a formula.
      return { kind: 'text', text: trimmed(unguardedText(text)) };
    case 61: // =
      return guardedCell(text);
    case 70: // F
    case 84: // T
    case 102: // f
    case 116: // t
      return { kind: isBoolean(text) ? 'boolean' : 'text', text };
  }
  return numberOrText(text);
}

/** `text` without white space at either end; only texts that need it are copied. */
export function trimmed(text: string): string {
  if (isEdge(text.charCodeAt(0)) || isEdge(text.charCodeAt(text.length - 1))) return text.trim();
  return text;
}

function isEdge(code: number): boolean {
  return code <= 32 || code >= 160;
}

/** An error, or the marks of a column that was too narrow for its number: either way the value is gone. */
function isErrorText(text: string): boolean {
  return errorTexts.has(text) || /^#{3,}$/.test(text);
}

function isBoolean(text: string): boolean {
  if (text.length > 5) return false;
  const upper = text.toUpperCase();
  return upper === 'TRUE' || upper === 'FALSE';
}

/** Some exports write `="00412"` so that Excel keeps the zeros: the sheet shows what is inside. */
function guardedCell(text: string): Cell {
  if (text.length > 2 && text.startsWith('="') && text.indexOf('"', 2) === text.length - 1)
    return cellFromText(text.slice(2, -1));
  return { kind: 'text', text };
}

function numberOrText(text: string): Cell {
  const first = text.charCodeAt(0);
  const mayBeNumber = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (!mayBeNumber || !plainNumber.test(text)) return { kind: 'text', text };
  return { kind: 'number', text, number: Number(text.includes(',') ? text.replaceAll(',', '') : text) };
}
