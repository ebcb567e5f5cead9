import { expect } from 'vitest';
import { type OpenSheetOptions, openSheet } from '../spreadsheet/open-sheet.ts';
import type { SheetReading, SheetRow } from '../spreadsheet/sheet.ts';
import { writtenFile } from './written-file.ts';

/** The reading of a file with this content; fails the test when it is refused. */
export async function readingOf(
  content: string | Uint8Array,
  options?: OpenSheetOptions,
  name = 'roster.csv',
): Promise<SheetReading> {
  const outcome = await openSheet(await writtenFile(name, content), options);
  if (!outcome.ok) throw new Error(`The sheet was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** The refusal that a file with this content meets. */
export async function refusalOf(content: string | Uint8Array, options?: OpenSheetOptions, name = 'roster') {
  const outcome = await openSheet(await writtenFile(name, content), options);
  expect(outcome.ok).toBe(false);
  return outcome.ok ? undefined : outcome.refusal;
}

/** All data rows as `[row number, ...texts]`. */
export async function textsOf(reading: SheetReading): Promise<(string | number)[][]> {
  return (await rowsOf(reading)).map(({ number, cells }) => [number, ...cells.map(({ text }) => text)]);
}

export async function rowsOf(reading: SheetReading): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of reading.rows()) rows.push(...batch);
  return rows;
}
