import type { CalendarDate } from '../calendar/calendar-date.ts';
import { attachmentNamed } from '../files/serve-file.ts';
import { csvOf } from './csv-writer.ts';
import type { ExportRows, ExportTable } from './export-table.ts';
import { xlsxOf } from './xlsx-writer.ts';

export type ExportFormat = 'csv' | 'xlsx';

export const exportFormats: readonly ExportFormat[] = ['csv', 'xlsx'];

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a downloaded table is called: `elm-fork-police-department-roster-2026-03-05.csv`. */
export interface DownloadName {
  /** The agency's part of its address. */
  readonly agency: string;
  readonly what: string;
  readonly day: CalendarDate;
}

/**
 * A table as a download that is written while it is read. Nothing is sent before the first rows are there, so that a
 * failure to read them is told as any other; a later one breaks the download off, and `onBroken` hears of it.
 */
export async function tableDownload<Row>(
  format: ExportFormat,
  { agency, what, day }: DownloadName,
  table: ExportTable<Row>,
  rows: ExportRows<Row>,
  onBroken: (error: unknown) => void,
): Promise<Response> {
  const started = await withFirst(rows);
  const blocks = format === 'csv' ? csvOf(table, started) : xlsxOf(table, started);
  return new Response(ReadableStream.from(heard(blocks, onBroken)), {
    headers: {
      'content-type': mediaTypes[format],
      'content-disposition': attachmentNamed(`${agency}-${what}-${day}.${format}`),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
}

/** The same rows, the first batch of which is there already. Not a generator: one that nobody began can't be ended. */
async function withFirst<Row>(rows: ExportRows<Row>): Promise<ExportRows<Row>> {
  const batches = rows[Symbol.asyncIterator]();
  let first: IteratorResult<readonly Row[]> | undefined = await batches.next();
  const iterator: AsyncIterator<readonly Row[]> = {
    async next() {
      const batch = first ?? (await batches.next());
      first = undefined;
      return batch;
    },
    async return() {
      await batches.return?.();
      return { done: true, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}

async function* heard(
  blocks: AsyncGenerator<Buffer>,
  onBroken: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* blocks;
  } catch (error) {
    onBroken(error);
    throw error;
  }
}
