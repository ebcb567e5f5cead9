import type { CalendarDate } from '../calendar/calendar-date.ts';

/** One column of a table that is handed out: its heading, what its cells are, and how wide a person needs it. */
export type ExportColumn<Row> = {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
} & (
  | { readonly kind: 'text'; value(row: Row): string | undefined }
  | { readonly kind: 'number'; value(row: Row): number | undefined }
  | { readonly kind: 'date'; value(row: Row): CalendarDate | undefined }
);

/** A table that is handed out as a file. `name` is the sheet's name in a workbook. */
export interface ExportTable<Row> {
  readonly name: string;
  readonly columns: readonly ExportColumn<Row>[];
}

/** The rows of a table, some at a time: only as many as a reader has taken are ever in memory. */
export type ExportRows<Row> = AsyncIterable<readonly Row[]>;

/** A column of texts; names, numbers of people and everything else that isn't counted with. */
export function textColumn<Row>(
  heading: string,
  width: number,
  value: (row: Row) => string | undefined,
): ExportColumn<Row> {
  return { heading, width, kind: 'text', value };
}

export function numberColumn<Row>(
  heading: string,
  width: number,
  value: (row: Row) => number | undefined,
): ExportColumn<Row> {
  return { heading, width, kind: 'number', value };
}

export function dateColumn<Row>(
  heading: string,
  value: (row: Row) => CalendarDate | undefined,
): ExportColumn<Row> {
  return { heading, width: 12, kind: 'date', value };
}
