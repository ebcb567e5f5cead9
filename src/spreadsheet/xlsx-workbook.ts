import type { ReadLimits } from './read-limits.ts';
import type { SheetRow } from './sheet.ts';
import type { Workbook } from './workbook.ts';
import { readXlsxPackage, type XlsxSheet } from './xlsx-package.ts';
import { XlsxRows } from './xlsx-rows.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { readStyles } from './xlsx-styles.ts';
import { surveyXlsxSheet } from './xlsx-survey.ts';
import { XmlScanner } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

const batchRows = 500;

/**
 * Opens an XLSX workbook for streaming: rows are unpacked and parsed as they are asked for, so that memory
 * depends on the shared texts and not on the number of rows. The archive is closed with the workbook.
 */
export async function openXlsx(zip: ZipArchive, main: string, limits: ReadLimits): Promise<Workbook> {
  const found = await readXlsxPackage(zip, main);
  const context = {
    strings: await readSharedStrings(zip, found.strings, limits),
    styles: found.styles === undefined ? [] : await readStyles(zip.chunks(found.styles)),
    date1904: found.date1904,
    columns: limits.columns,
  };
  function sheetAt(sheet: number): XlsxSheet {
    const at = found.sheets[sheet];
    if (!at) throw new Error(`The workbook has no sheet ${sheet}.`);
    return at;
  }
  async function* rows(sheet: number): AsyncGenerator<SheetRow[]> {
    const handler = new XlsxRows(context);
    const scanner = new XmlScanner(handler);
    let batch: SheetRow[] = [];
    for await (const chunk of zip.chunks(sheetAt(sheet).part)) {
      scanner.write(chunk);
      const taken = handler.take();
      batch = batch.length === 0 ? taken : batch.concat(taken);
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
    scanner.end();
    if (batch.length > 0) yield batch;
  }
  return {
    format: 'xlsx',
    sheets: found.sheets.map(({ name, hidden }) => ({ name, hidden })),
    survey: (sheet) => surveyXlsxSheet(zip, sheetAt(sheet).part),
    rows,
    close: async () => zip.close(),
  };
}
