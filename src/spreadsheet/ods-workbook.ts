import { MergedBlocks } from './merged-rows.ts';
import { OdsRows } from './ods-rows.ts';
import type { ReadLimits } from './read-limits.ts';
import { SheetUnreadable } from './read-refusal.ts';
import type { SheetRow } from './sheet.ts';
import { textChunks } from './text-source.ts';
import type { SheetSurvey, Workbook } from './workbook.ts';
import { XmlScanner } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

const batchRows = 500;
const contentPart = 'content.xml';

interface OdsTable {
  readonly name: string;
  readonly style: string;
  rows: number;
  readonly merged: MergedBlocks;
}

/** Where the content of an OpenDocument spreadsheet lies: in a zip file, or by itself. */
interface OdsSource {
  chunks(): AsyncGenerator<string>;
  close(): void;
}

/** Opens an ODS workbook for streaming. The archive is closed with the workbook. */
export async function openOds(zip: ZipArchive, limits: ReadLimits): Promise<Workbook> {
  return openContent({ chunks: () => zip.chunks(contentPart), close: () => zip.close() }, limits);
}

/** Opens a flat OpenDocument file (FODS), which is the content without the archive. */
export async function openFlatOds(path: string, limits: ReadLimits, signal: AbortSignal): Promise<Workbook> {
  async function* chunks(): AsyncGenerator<string> {
    for await (const chunk of textChunks(path, 'utf-8')) {
      if (signal.aborted) throw new SheetUnreadable({ code: 'took-too-long', seconds: limits.seconds });
      yield chunk;
    }
  }
  return openContent({ chunks, close() {} }, limits);
}

/**
 * A workbook for streaming. All its sheets stand in one part, so a first pass lists them, and each
 * reading goes through the part again.
 */
async function openContent(source: OdsSource, limits: ReadLimits): Promise<Workbook> {
  const { tables, hidden } = await listTables(source, limits);
  return {
    format: 'ods',
    sheets: tables.map(({ name, style }) => ({ name, hidden: hidden.has(style) })),
    survey: async (sheet): Promise<SheetSurvey> => {
      const { rows = 0, merged } = tables[sheet] ?? {};
      return { rowsAtMost: rows, merged: merged?.found ?? [] };
    },
    rows: (sheet) => tableRows(source, sheet, limits),
    close: async () => source.close(),
  };
}

async function listTables(
  source: OdsSource,
  limits: ReadLimits,
): Promise<{ readonly tables: readonly OdsTable[]; readonly hidden: ReadonlySet<string> }> {
  const tables: OdsTable[] = [];
  const hidden = new Set<string>();
  let table: OdsTable | undefined;
  const handler = new OdsRows(
    {
      table(name, style) {
        table = { name, style, rows: 0, merged: new MergedBlocks() };
        tables.push(table);
      },
      row() {
        if (table) table.rows++;
      },
      merged(block) {
        table?.merged.add(block);
      },
      hidden: (style) => hidden.add(style),
    },
    limits,
  );
  const scanner = new XmlScanner(handler);
  for await (const chunk of source.chunks()) scanner.write(chunk);
  scanner.end();
  return { tables, hidden };
}

async function* tableRows(
  source: OdsSource,
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
  for await (const chunk of source.chunks()) {
    scanner.write(chunk);
    if (batch.length >= batchRows) {
      yield batch;
      batch = [];
    }
    if (current > wanted) break;
  }
  if (batch.length > 0) yield batch;
}
