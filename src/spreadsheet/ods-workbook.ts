import { isUsefulBlock } from './merged-rows.ts';
import { OdsRows } from './ods-rows.ts';
import type { ReadLimits } from './read-limits.ts';
import type { SheetRow } from './sheet.ts';
import type { MergedCells, SheetSurvey, Workbook } from './workbook.ts';
import { XmlScanner } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

const batchRows = 500;
const contentPart = 'content.xml';

interface OdsTable {
  readonly name: string;
  readonly style: string;
  rows: number;
  readonly merged: MergedCells[];
}

/**
 * Opens an ODS workbook for streaming. All its sheets stand in one part, so a first pass lists them, and each
 * reading goes through the part again. The archive is closed with the workbook.
 */
export async function openOds(zip: ZipArchive, limits: ReadLimits): Promise<Workbook> {
  const { tables, hidden } = await listTables(zip, limits);
  return {
    format: 'ods',
    sheets: tables.map(({ name, style }) => ({ name, hidden: hidden.has(style) })),
    survey: async (sheet): Promise<SheetSurvey> => {
      const { rows = 0, merged = [] } = tables[sheet] ?? {};
      return { rowsAtMost: rows, merged };
    },
    rows: (sheet) => tableRows(zip, sheet, limits),
    close: async () => zip.close(),
  };
}

async function listTables(
  zip: ZipArchive,
  limits: ReadLimits,
): Promise<{ readonly tables: readonly OdsTable[]; readonly hidden: ReadonlySet<string> }> {
  const tables: OdsTable[] = [];
  const hidden = new Set<string>();
  let table: OdsTable | undefined;
  const handler = new OdsRows(
    {
      table(name, style) {
        table = { name, style, rows: 0, merged: [] };
        tables.push(table);
      },
      row() {
        if (table) table.rows++;
      },
      merged(block) {
        if (table && isUsefulBlock(block, table.merged.length)) table.merged.push(block);
      },
      hidden: (style) => hidden.add(style),
    },
    limits,
  );
  const scanner = new XmlScanner(handler);
  for await (const chunk of zip.chunks(contentPart)) scanner.write(chunk);
  return { tables, hidden };
}

async function* tableRows(
  zip: ZipArchive,
  wanted: number,
  limits: ReadLimits,
): AsyncGenerator<readonly SheetRow[]> {
  let current = -1;
  let batch: SheetRow[] = [];
  const handler = new OdsRows(
    {
      table() {
        current++;
      },
      row(row) {
        if (current === wanted) batch.push(row);
      },
      merged() {},
      hidden() {},
    },
    limits,
  );
  const scanner = new XmlScanner(handler);
  for await (const chunk of zip.chunks(contentPart)) {
    scanner.write(chunk);
    if (batch.length >= batchRows) {
      yield batch;
      batch = [];
    }
    if (current > wanted) break;
  }
  if (batch.length > 0) yield batch;
}
