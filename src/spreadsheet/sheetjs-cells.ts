import type { CellObject, WorkSheet } from '@e965/xlsx';
import { blankCell, cellFromText } from './cell.ts';
import { builtInFormat, type NumberFormat, numberCell, numberFormat } from './number-format.ts';
import type { Cell, SheetRow } from './sheet.ts';
import { checkColumn, checkRow } from './sheet-bounds.ts';
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

/** The rows of a parsed worksheet that hold something. */
export function rowsOf(sheet: WorkSheet, date1904: boolean): SheetRow[] {
  const rows: SheetRow[] = [];
  const formats = new CellFormats(date1904);
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  // Empty rows and cells have no place in the arrays, but walking over a billion of them can't be broken off.
  checkRow(data.length);
  data.forEach((line, index) => {
    checkColumn(line?.length ?? 0);
    const cells = cellsOf(line ?? [], formats);
    if (cells.length > 0) rows.push({ number: index + 1, cells });
  });
  return rows;
}

function cellsOf(line: readonly (CellObject | undefined)[], formats: CellFormats): Cell[] {
  const cells: Cell[] = [];
  line.forEach((object, column) => {
    const cell = object ? cellOf(object, formats) : blankCell;
    if (cell.kind === 'blank') return;
    while (cells.length < column) cells.push(blankCell);
    cells[column] = cell;
  });
  return cells;
}

function cellOf(object: CellObject, formats: CellFormats): Cell {
  const { t: type, v: value } = object;
  if (type === 'e') return { kind: 'error', text: errorTexts[Number(value)] ?? '#N/A' };
  if (value === undefined) return blankCell;
  if (type === 'b') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  if (typeof value === 'number') return formats.numberCell(value, object.z);
  return cellFromText(folded(String(value)));
}

/** The number formats of a sheet, each read once. */
class CellFormats {
  readonly #date1904: boolean;
  readonly #known = new Map<string | number | undefined, NumberFormat>();

  constructor(date1904: boolean) {
    this.#date1904 = date1904;
  }

  numberCell(value: number, code: string | number | undefined): Cell {
    const format = this.#known.get(code) ?? formatOf(code);
    this.#known.set(code, format);
    return numberCell(value, format, this.#date1904);
  }
}

function formatOf(code: string | number | undefined): NumberFormat {
  if (typeof code === 'number') return builtInFormat(code);
  // SheetJS writes the built-in short date with two digits of the year; Excel shows four.
  return code === 'm/d/yy' ? builtInFormat(14) : numberFormat(code);
}
