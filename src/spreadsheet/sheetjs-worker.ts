import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { CFB, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { withoutNestedTables } from './html-tables.ts';
import { MergedBlocks } from './merged-rows.ts';
import { type ReadRefusal, SheetUnreadable } from './read-refusal.ts';
import type { SheetRow } from './sheet.ts';
import { checkMarkupBounds, checkSylkBounds } from './sheet-bounds.ts';
import { rowsOf } from './sheetjs-cells.ts';
import type { RowsRequest, WorkerOpening, WorkerTask } from './sheetjs-messages.ts';
import { textDecoding, wideEncoding } from './text-encoding.ts';
import type { MergedCells } from './workbook.ts';

const options = {
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellNF: true,
  cellText: false,
  raw: true,
};

/**
 * The thread that reads formats which can't be streamed. Whatever a file does to it, running out of memory
 * included, ends this thread and not the process.
 */
function work(task: WorkerTask): void {
  if (!parentPort) throw new Error('This file runs as a worker thread only.');
  const port = parentPort;
  const tables: (readonly SheetRow[])[] = [];
  port.postMessage(opening(task, tables));
  port.on('message', ({ sheet, from, count }: RowsRequest) => {
    port.postMessage(tables[sheet]?.slice(from, from + count) ?? []);
  });
}

function opening(task: WorkerTask, tables: (readonly SheetRow[])[]): WorkerOpening {
  try {
    const workbook = parsed(task);
    const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
    const sheets = workbook.SheetNames.map((name, index) => {
      const sheet = workbook.Sheets[name] ?? {};
      const rows = rowsOf(sheet, date1904);
      if (rows.some(({ cells }) => cells.length > task.columns))
        throw new SheetUnreadable({ code: 'too-many-columns', limit: task.columns });
      tables.push(rows);
      const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
      return { name, hidden, survey: { rowsAtMost: rows.length, merged: mergedCells(sheet) } };
    });
    return { sheets };
  } catch (error) {
    return { refusal: refusalFor(error) };
  }
}

function parsed(task: WorkerTask): WorkBook {
  const bytes = readFileSync(task.path);
  const isContainer = bytes.readUInt32BE(0) === 0xd0cf11e0;
  if (isContainer) refuseOtherDocuments(bytes);
  // Of formats that are text, SheetJS doesn't tell the encoding apart.
  if (!isContainer && isMarkup(bytes)) {
    const markup = decoded(bytes);
    checkMarkupBounds(markup);
    return read(withoutNestedTables(markup), { ...options, type: 'string' });
  }
  if (bytes.toString('latin1', 0, 3) === 'ID;') checkSylkBounds(bytes.toString('latin1'));
  return read(bytes, options);
}

function isMarkup(bytes: Buffer): boolean {
  return bytes
    .subarray(0, 64)
    .toString('latin1')
    .replace(/[^\x20-\x7E]/g, '')
    .trimStart()
    .startsWith('<');
}

function decoded(bytes: Buffer): string {
  const decoding = textDecoding(wideEncoding(bytes.subarray(0, 4096)) ?? 'mixed');
  return decoding.decode(bytes) + decoding.end();
}

/** The container of XLS files also holds protected workbooks and other Office documents. */
function refuseOtherDocuments(bytes: Buffer): void {
  const container = CFB.read(bytes, { type: 'buffer' });
  const has = (name: string) => CFB.find(container, name) !== null;
  if (has('EncryptedPackage')) throw new SheetUnreadable({ code: 'encrypted' });
  if (has('Workbook') || has('Book')) return;
  const found = has('WordDocument')
    ? 'a Word document'
    : has('PowerPoint Document')
      ? 'a PowerPoint file'
      : '';
  throw new SheetUnreadable({ code: 'not-a-spreadsheet', found });
}

function mergedCells(sheet: WorkSheet): readonly MergedCells[] {
  const merged = new MergedBlocks();
  for (const { s, e } of sheet['!merges'] ?? [])
    merged.add({ firstRow: s.r + 1, lastRow: e.r + 1, firstColumn: s.c, lastColumn: e.c });
  return merged.found;
}

/** SheetJS throws plain errors for files it can't read; only its wording tells a password apart. */
function refusalFor(error: unknown): ReadRefusal {
  if (error instanceof SheetUnreadable) return error.refusal;
  if (error instanceof Error && /password|encrypt/i.test(error.message)) return { code: 'encrypted' };
  return { code: 'corrupt' };
}

work(workerData as WorkerTask);
