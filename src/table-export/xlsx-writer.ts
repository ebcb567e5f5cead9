import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import type { ExportColumn, ExportRows, ExportTable } from './export-table.ts';
import { isGuarded } from './formula-guard.ts';
import { RowSource } from './row-source.ts';
import { inBlocks } from './text-blocks.ts';
import {
  columnLetters,
  sheetEnd,
  sheetPath,
  sheetStart,
  styles,
  type WrittenSheet,
  workbookParts,
} from './xlsx-parts.ts';
import { xmlText } from './xml-text.ts';
import { type ZipEntry, zipOf } from './zip-writer.ts';

/** A sheet has 1,048,576 rows, one of them the headings; what is more goes on in a further sheet. */
const rowsOfSheet = 1_048_575;

/**
 * A table as a workbook: dates are dates, numbers are numbers, and texts are texts, so that leading zeros stay and
 * nothing in them is ever a formula. Memory stays flat in the number of rows.
 */
export async function* xlsxOf<Row>(
  table: ExportTable<Row>,
  rows: ExportRows<Row>,
  mostRows: number = rowsOfSheet,
): AsyncGenerator<Buffer> {
  const source = new RowSource(rows);
  try {
    yield* zipOf(entriesOf(table, source, mostRows));
  } finally {
    await source.close();
  }
}

async function* entriesOf<Row>(
  table: ExportTable<Row>,
  source: RowSource<Row>,
  mostRows: number,
): AsyncGenerator<ZipEntry> {
  const lastColumn = columnLetters(table.columns.length - 1);
  const sheets: WrittenSheet[] = [];
  do {
    const place = sheets.length;
    const sheet = { name: place === 0 ? table.name : `${table.name} ${place + 1}`, lastColumn, lastRow: 1 };
    sheets.push(sheet);
    const content = inBlocks(sheetXml(table, source, sheet, { mostRows, isFirst: place === 0 }));
    yield { name: sheetPath(place), content };
  } while (await source.hasMore());
  for (const [name, xml] of workbookParts(sheets)) yield { name, content: inBlocks(only(xml)) };
}

/** Writes a sheet, and into `sheet` how many rows it came to. */
async function* sheetXml<Row>(
  { columns }: ExportTable<Row>,
  source: RowSource<Row>,
  sheet: WrittenSheet & { lastRow: number },
  { mostRows, isFirst }: { readonly mostRows: number; readonly isFirst: boolean },
): AsyncGenerator<string> {
  const letters = columns.map((_, place) => columnLetters(place));
  const widths = columns.map(({ width }) => width);
  yield sheetStart(widths, isFirst);
  const headings = columns.map(({ heading }, place) =>
    textCell(`${letters[place]}1`, heading, styles.heading),
  );
  yield `<row r="1">${headings.join('')}</row>`;
  for (;;) {
    const batch = await source.take(mostRows + 1 - sheet.lastRow);
    if (batch.length === 0) break;
    for (const row of batch) {
      const number = ++sheet.lastRow;
      const cells = columns.map((column, place) => cellOf(`${letters[place]}${number}`, column, row));
      yield `<row r="${number}">${cells.join('')}</row>`;
    }
  }
  yield sheetEnd(sheet);
}

function cellOf<Row>(place: string, column: ExportColumn<Row>, row: Row): string {
  switch (column.kind) {
    case 'text':
      return textCell(place, column.value(row) ?? '', styles.text);
    case 'number': {
      const number = column.value(row);
      return number === undefined ? '' : `<c r="${place}"><v>${number}</v></c>`;
    }
    case 'date':
      return dateCell(place, column.value(row));
  }
}

function textCell(place: string, text: string, style: number): string {
  if (text === '') return '';
  // Readers, ours too, take the apostrophe of a guarded text off: what only looks like one gets another.
  const written = xmlText(isGuarded(text) ? `'${text}` : text);
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${written}</t></is></c>`;
}

const dayZero = '1899-12-30' as CalendarDate;
/** Programs disagree about the days before: one of them counts a 29 February 1900. */
const firstAgreedDay = 61;

function dateCell(place: string, date: CalendarDate | undefined): string {
  if (date === undefined) return '';
  const serial = daysBetween(dayZero, date);
  return serial < firstAgreedDay
    ? textCell(place, date, styles.text)
    : `<c r="${place}" s="${styles.date}"><v>${serial}</v></c>`;
}

async function* only(text: string): AsyncGenerator<string> {
  yield text;
}
