import type { ReadLimits } from './read-limits.ts';
import { SheetUnreadable } from './read-refusal.ts';
import type { SheetRow } from './sheet.ts';
import type { RowsAnswer, RowsRequest, WorkerOpening } from './sheetjs-messages.ts';
import { SheetThread } from './sheetjs-thread.ts';
import type { Workbook } from './workbook.ts';

const batchRows = 500;

/** Opens a workbook in a thread of its own with limited memory and time; the thread ends with `close`. */
export async function openInThread(
  path: string,
  format: Workbook['format'],
  limits: ReadLimits,
): Promise<Workbook> {
  const thread = new SheetThread({ path, format, columns: limits.columns }, limits);
  try {
    const opening = await thread.answer<WorkerOpening>();
    if ('refusal' in opening) throw new SheetUnreadable(opening.refusal);
    return workbookOf(thread, opening.sheets, format);
  } catch (error) {
    await thread.end();
    throw error;
  }
}

function workbookOf(
  thread: SheetThread,
  sheets: Extract<WorkerOpening, { sheets: unknown }>['sheets'],
  format: Workbook['format'],
): Workbook {
  async function* rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
    for (let from = 0; ; from += batchRows) {
      const request: RowsRequest = { sheet, from, count: batchRows };
      const batch = await thread.answer<RowsAnswer>(request);
      if (batch.length > 0) yield batch;
      if (batch.length < batchRows) return;
    }
  }
  return {
    format,
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    survey: async (sheet) => sheets[sheet]?.survey ?? { rowsAtMost: 0, merged: [] },
    rows,
    close: () => thread.end(),
  };
}
