import type { SheetReading, SheetRow } from '../spreadsheet/sheet.ts';

type ReadSheet = Pick<SheetReading, 'preambleRows' | 'headings' | 'headerRow' | 'rows'>;

/**
 * A sheet as CSV, each row at the line it has in the spreadsheet, so that what points to a row of the file still does.
 * The columns left out keep their heading and lose every value.
 */
export async function* csvWithoutColumns(
  sheet: ReadSheet,
  leftOut: ReadonlySet<number>,
): AsyncGenerator<string> {
  let line = 1;
  const at = (row: number, texts: readonly string[]) => {
    const gap = '\r\n'.repeat(Math.max(0, row - line));
    line = Math.max(line, row) + 1;
    return `${gap}${texts.map(quoted).join(',')}\r\n`;
  };
  yield '\ufeff';
  for (const row of sheet.preambleRows) yield at(row.number, textsOf(row, leftOut));
  if (sheet.headerRow > 0) yield at(sheet.headerRow, sheet.headings);
  for await (const batch of sheet.rows()) {
    yield batch.map((row) => at(row.number, textsOf(row, leftOut))).join('');
  }
}

function textsOf({ cells }: SheetRow, leftOut: ReadonlySet<number>): readonly string[] {
  return cells.map(({ text }, index) => (leftOut.has(index) ? '' : text));
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
