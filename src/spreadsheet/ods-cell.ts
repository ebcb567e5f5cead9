import { blankCell, cellFromText, uncalculatedCell } from './cell.ts';
import { isoDateCell } from './iso-date-cell.ts';
import { generalText } from './number-format.ts';
import type { Cell } from './sheet.ts';
import { attribute } from './xml-scanner.ts';

/** The cell of an ODS table: what it holds stands in the tag, what it shows in `shown`. */
export function odsCell(tag: string, shown: string): Cell {
  switch (attribute(tag, 'office:value-type')) {
    case 'float':
    case 'percentage':
    case 'currency':
      return valueCell(Number(attribute(tag, 'office:value')), shown);
    case 'date':
      return dateCell(attribute(tag, 'office:date-value') ?? '', shown);
    case 'boolean':
      return booleanCell(attribute(tag, 'office:boolean-value'));
    default:
      if (shown === '' && tag.includes('table:formula=') && !tag.includes('office:')) return uncalculatedCell;
      return cellFromText(shown === '' ? (attribute(tag, 'office:string-value') ?? '') : shown);
  }
}

/** Numbers read as shown, unless the column was too narrow or the format would hide digits. */
function valueCell(number: number, shown: string): Cell {
  const text = cellFromText(shown);
  const isNarrow = /^#+$/.test(text.text);
  if ((text.kind === 'error' && !isNarrow) || !Number.isFinite(number)) return text;
  const isWhole = !isNarrow && text.text !== '' && !/\d[Ee][+-]?\d/.test(text.text);
  return { kind: 'number', text: isWhole ? text.text : generalText(number), number };
}

function dateCell(value: string, shown: string): Cell {
  const cell = isoDateCell(value);
  if (cell.kind !== 'date' || shown === '' || /^#+$/.test(shown)) return cell;
  return { ...cell, text: shown };
}

function booleanCell(value: string | undefined): Cell {
  return value === undefined ? blankCell : { kind: 'boolean', text: value === 'true' ? 'TRUE' : 'FALSE' };
}
