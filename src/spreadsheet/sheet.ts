import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CellTrouble } from './cell-trouble.ts';
import type { ReadingFact } from './reading-fact.ts';

/** One cell as a reader sees it: `text` is trimmed, with no-break spaces folded, and never in scientific form. */
export type Cell =
  | { readonly kind: 'blank'; readonly text: '' }
  | { readonly kind: 'text' | 'boolean'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly number: number }
  | { readonly kind: 'date'; readonly text: string; readonly date: CalendarDate }
  /** An error such as `#N/A`, or with a blank text a formula that was never calculated: a value that is missing. */
  | { readonly kind: 'error'; readonly text: string };

/** A row and its 1-based number, as a spreadsheet program shows it. Trailing blank cells may be missing. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

export type SheetFormat = 'csv' | 'xlsx' | 'xls' | 'ods';

export interface SheetName {
  readonly name: string;
  /** Also when only a program can show it again (“very hidden”). */
  readonly hidden: boolean;
}

/** What a reader of one format knows of a sheet. */
export interface SheetContent {
  readonly format: SheetFormat;
  /** The chosen sheet; for CSV the file's base name. */
  readonly sheet: string;
  readonly sheets: readonly SheetName[];
  /** 1-based; of two joined heading rows, the lower one; 0 when the sheet has none. */
  readonly headerRow: number;
  /** By column; repeated and empty headings stay, so callers address columns by index. */
  readonly headings: readonly string[];
  /** The lines above the headings that hold something, cells joined by one space. */
  readonly preamble: readonly string[];
  /** The same lines with their cells, as rows. */
  readonly preambleRows: readonly SheetRow[];
  /** What a person should know of how the file was read. */
  readonly facts: readonly ReadingFact[];
  /** How many rows the sheet has, headings and blank ones included: known before they are read. */
  readonly rowsAtMost: number;
  /** The first data rows, at most 200. */
  readonly sample: readonly SheetRow[];
  /**
   * All data rows in batches, without blank rows; may be iterated again.
   * Throws `SheetUnreadable` when a limit is met or the file proves damaged on the way.
   */
  rows(): AsyncIterable<readonly SheetRow[]>;
  close(): Promise<void>;
}

/** A sheet whose heading row is known and whose rows can be read. Close it when done. */
export interface SheetReading extends SheetContent {
  /** The troubled cells among the rows that the latest `rows()` gave so far; before it, those of the sample. */
  troubles(): readonly CellTrouble[];
}

/** How many data rows `SheetReading.sample` holds at most. */
export const sampleSize = 200;
