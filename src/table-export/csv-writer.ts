import type { ExportColumn, ExportRows, ExportTable } from './export-table.ts';
import { guardedText } from './formula-guard.ts';
import { inBlocks } from './text-blocks.ts';

/** Excel takes a file without it for Windows-1252 and garbles every accent. */
const byteOrderMark = '\uFEFF';

/** Quoted too: a semicolon or a tab, which programs set up for other countries split fields at, and blanks at the ends. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/** A table as CSV by RFC 4180: UTF-8 with a byte order mark, CRLF, texts guarded against being taken for formulas. */
export function csvOf<Row>(table: ExportTable<Row>, rows: ExportRows<Row>): AsyncGenerator<Buffer> {
  return inBlocks(csvLines(table, rows));
}

async function* csvLines<Row>({ columns }: ExportTable<Row>, rows: ExportRows<Row>): AsyncGenerator<string> {
  yield `${byteOrderMark}${columns.map(({ heading }) => csvField(heading)).join(',')}\r\n`;
  for await (const batch of rows) {
    for (const row of batch) yield `${columns.map((column) => csvCell(column, row)).join(',')}\r\n`;
  }
}

function csvCell<Row>(column: ExportColumn<Row>, row: Row): string {
  const value = column.value(row);
  if (value === undefined) return '';
  return column.kind === 'text' ? csvField(String(value)) : String(value);
}

function csvField(text: string): string {
  const guarded = guardedText(text);
  return needsQuotes.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
