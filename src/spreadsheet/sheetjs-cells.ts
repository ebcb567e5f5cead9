import type { CellObject, WorkSheet } from '@e965/xlsx';
import { blankCell, cellFromText } from './cell.ts';
import { generalFormat, numberCell, numberFormat } from './number-format.ts';
import type { Cell, SheetRow } from './sheet.ts';
import { folded } from './text-source.ts';

const errorTexts: { readonly [code: number]: string } = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** The rows of a parsed worksheet that hold something; `columns` is the widest that is wanted of a row. */
export function rowsOf(sheet: WorkSheet, date1904: boolean): SheetRow[] {
  const rows: SheetRow[] = [];
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  data.forEach((line, index) => {
    const cells = cellsOf(line ?? [], date1904);
    if (cells.length > 0) rows.push({ number: index + 1, cells });
  });
  return rows;
}

function cellsOf(line: readonly (CellObject | undefined)[], date1904: boolean): Cell[] {
  const cells: Cell[] = [];
  line.forEach((object, column) => {
    const cell = object ? cellOf(object, date1904) : blankCell;
    if (cell.kind === 'blank') return;
    while (cells.length < column) cells.push(blankCell);
    cells[column] = cell;
  });
  return cells;
}

function cellOf(object: CellObject, date1904: boolean): Cell {
  const { t: type, v: value } = object;
  if (type === 'e') return { kind: 'error', text: errorTexts[Number(value)] ?? '#N/A' };
  if (value === undefined) return blankCell;
  if (type === 'b') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  if (typeof value === 'number')
    return numberCell(
      value,
      object.z === undefined ? generalFormat : numberFormat(String(object.z)),
      date1904,
    );
  return cellFromText(folded(String(value)));
}
