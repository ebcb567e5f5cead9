import type { ReadLimits } from './read-limits.ts';
import { SheetUnreadable } from './read-refusal.ts';
import type { SheetRow } from './sheet.ts';
import type { RowsAnswer, RowsRequest, WorkerOpening } from './sheetjs-messages.ts';
import { SheetThread } from './sheetjs-thread.ts';
import { Turns } from './turns.ts';
import type { Workbook } from './workbook.ts';

const batchRows = 500;

/**
 * A thread takes a core and up to a gigabyte while it opens a workbook, so whoever sends many such files waits behind
 * their own; files of the usual formats are read meanwhile.
 */
const openings = new Turns(2);

/**
 * Opens a workbook in a thread of its own with limited memory and time; the thread ends with `close`. Throws
 * `SheetUnreadable`, with `busy` when too many others were opened all the time that opening may take.
 */
export async function openInThread(
  path: string,
  format: Workbook['format'],
  limits: ReadLimits,
): Promise<Workbook> {
  const isTurn = await openings.take(limits.seconds);
  if (!isTurn) throw new SheetUnreadable({ code: 'busy' });
  const thread = new SheetThread({ path, format, columns: limits.columns }, limits);
  try {
    const opening = await thread.answer<WorkerOpening>();
    if ('refusal' in opening) throw new SheetUnreadable(opening.refusal);
    return workbookOf(thread, opening.sheets, format);
  } catch (error) {
    thread.end();
    throw error;
  } finally {
    openings.giveBack();
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
    close: async () => thread.end(),
  };
}
