import { open } from 'node:fs/promises';
import { done, type Outcome, refused } from '../outcome.ts';
import { CellTroubles } from './cell-trouble.ts';
import { openCsv } from './csv-sheet.ts';
import { type FileKind, fileKind, fileKindBytes } from './file-kind.ts';
import { defaultReadLimits, type ReadLimits } from './read-limits.ts';
import { type ReadRefusal, SheetUnreadable } from './read-refusal.ts';
import { type FoundFormat, nameFact } from './reading-fact.ts';
import type { SheetContent, SheetReading } from './sheet.ts';
import type { Workbook } from './workbook.ts';
import { readWorkbook, type SheetChoice } from './workbook-sheet.ts';

/** `sheet` and `headerRow` override what would be chosen; `isKnownHeading` helps choosing. */
export interface OpenSheetOptions extends SheetChoice {
  readonly limits?: Partial<ReadLimits> | undefined;
}

/**
 * Opens a file from disk as a sheet, whatever its name says it is. `file.name` is only shown; `file.path` must
 * stay readable until the reading is closed.
 */
export async function openSheet(
  file: { readonly name: string; readonly path: string },
  options: OpenSheetOptions = {},
): Promise<Outcome<SheetReading, ReadRefusal>> {
  const limits = { ...defaultReadLimits, ...options.limits };
  const time = new AbortController();
  const timer = setTimeout(() => time.abort(), limits.seconds * 1000);
  try {
    const { size, kind } = await look(file.path);
    if (size === 0) return refused({ code: 'empty-file' });
    if (kind.kind === 'other') return refused({ code: 'not-a-spreadsheet', found: kind.found });
    const limit = kind.kind === 'text' ? limits.textBytes : limits.workbookBytes;
    if (size > limit) return refused({ code: 'too-large', bytes: size, limit });
    if (kind.kind === 'text')
      return withNameFact(file.name, 'csv', await openCsv(file, limits, options, time.signal));
    const workbook = await openWorkbook(file.path, kind, limits, time.signal);
    const found = kind.kind === 'spreadsheet' ? kind.found : workbook.format;
    return withNameFact(file.name, found, await chosenSheet(workbook, limits, options));
  } catch (error) {
    if (error instanceof SheetUnreadable) return refused(error.refusal);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function withNameFact(
  name: string,
  found: FoundFormat,
  reading: Outcome<SheetContent, ReadRefusal>,
): Outcome<SheetReading, ReadRefusal> {
  if (!reading.ok) return reading;
  const fact = nameFact(name, found);
  const { facts } = reading.value;
  return done(watched({ ...reading.value, facts: fact ? [fact, ...facts] : facts }));
}

/** The sheet with its cells looked at as they pass by. */
function watched(sheet: SheetContent): SheetReading {
  let met = new CellTroubles();
  met.add(sheet.sample);
  return {
    ...sheet,
    async *rows() {
      const own = new CellTroubles();
      met = own;
      for await (const batch of sheet.rows()) {
        own.add(batch);
        yield batch;
      }
    },
    troubles: () => met.found,
  };
}

async function look(path: string): Promise<{ size: number; kind: FileKind }> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(fileKindBytes), 0, fileKindBytes, 0);
    return { size, kind: await fileKind(buffer.subarray(0, bytesRead)) };
  } finally {
    await handle.close();
  }
}

/** The workbook readers are loaded when the first workbook comes: CSV files start faster without them. */
async function openWorkbook(
  path: string,
  kind: Exclude<FileKind, { readonly kind: 'other' }>,
  limits: ReadLimits,
  signal: AbortSignal,
): Promise<Workbook> {
  if (kind.kind !== 'spreadsheet') {
    const { openZipWorkbook } = await import('./zip-workbook.ts');
    return openZipWorkbook(path, limits, signal);
  }
  if (kind.found === 'ods') {
    const { openFlatOds } = await import('./ods-workbook.ts');
    return openFlatOds(path, limits, signal);
  }
  const { openInThread } = await import('./sheetjs-workbook.ts');
  return openInThread(path, 'xls', limits);
}

async function chosenSheet(
  workbook: Workbook,
  limits: ReadLimits,
  options: OpenSheetOptions,
): Promise<Outcome<SheetContent, ReadRefusal>> {
  let isOpen = false;
  try {
    const reading = await readWorkbook(workbook, limits, options);
    isOpen = reading.ok;
    return reading;
  } finally {
    if (!isOpen) await workbook.close();
  }
}
