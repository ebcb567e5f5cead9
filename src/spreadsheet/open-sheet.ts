import { stat } from 'node:fs/promises';
import { type Outcome, refused } from '../outcome.ts';
import { openCsv } from './csv-sheet.ts';
import { defaultReadLimits, type ReadLimits } from './read-limits.ts';
import type { ReadRefusal } from './read-refusal.ts';
import type { SheetReading } from './sheet.ts';
import type { TableChoice } from './table.ts';

export interface OpenSheetOptions extends TableChoice {
  /** The sheet to read; without it the likely one is chosen. */
  readonly sheet?: string | undefined;
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
  const { size } = await stat(file.path);
  if (size === 0) return refused({ code: 'empty-file' });
  if (size > limits.textBytes) return refused({ code: 'too-large', bytes: size, limit: limits.textBytes });
  return openCsv(file, limits, options);
}
