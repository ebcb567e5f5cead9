import type { SheetFormat, SheetName, SheetRow } from './sheet.ts';

/** A block of cells shown as one; rows are 1-based, columns 0-based, both ends included. */
export interface MergedCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** What is known of a sheet before its rows are wanted. */
export interface SheetSurvey {
  /** No sheet row count is below the rows it holds; empty rows may be counted. */
  readonly rowsAtMost: number;
  readonly merged: readonly MergedCells[];
}

/** An opened workbook of any format. Its functions throw `SheetUnreadable`. */
export interface Workbook {
  readonly format: Exclude<SheetFormat, 'csv'>;
  readonly sheets: readonly SheetName[];
  survey(sheet: number): Promise<SheetSurvey>;
  /** Rows that hold something, in batches, trailing blank cells left out. */
  rows(sheet: number): AsyncGenerator<readonly SheetRow[]>;
  close(): Promise<void>;
}
