import type { ReadRefusal } from './read-refusal.ts';
import type { SheetName, SheetRow } from './sheet.ts';
import type { SheetSurvey, Workbook } from './workbook.ts';

/** What the reading thread is started with. */
export interface WorkerTask {
  readonly path: string;
  readonly format: Workbook['format'];
  readonly columns: number;
}

/** The thread's first message. */
export type WorkerOpening =
  | { readonly sheets: readonly (SheetName & { readonly survey: SheetSurvey })[] }
  | { readonly refusal: ReadRefusal };

/** Asks for `count` rows of a sheet from the index `from`; the answer is an array of rows. */
export interface RowsRequest {
  readonly sheet: number;
  readonly from: number;
  readonly count: number;
}

export type RowsAnswer = readonly SheetRow[];
