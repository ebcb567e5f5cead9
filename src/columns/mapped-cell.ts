import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import type { ColumnMapping } from './column-proposal.ts';

const blank: Cell = { kind: 'blank', text: '' };

/** The cell a field's column holds in this row; blank when the field has no column or the row is shorter. */
export function mappedCell<F extends string>(row: SheetRow, mapping: ColumnMapping<F>, field: F): Cell {
  const index = mapping[field];
  return index === undefined ? blank : (row.cells[index] ?? blank);
}

/** The text of a field's cell; '' for a blank one and for a spreadsheet error such as `#N/A`. */
export function mappedText<F extends string>(row: SheetRow, mapping: ColumnMapping<F>, field: F): string {
  const cell = mappedCell(row, mapping, field);
  return cell.kind === 'error' ? '' : cell.text.trim();
}
