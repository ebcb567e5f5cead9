import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type ExportTable, textColumn } from './export-table.ts';
import { rowPages } from './row-pages.ts';
import { exportFormats, tableDownload } from './table-download.ts';

const words: ExportTable<string> = { name: 'Words', columns: [textColumn('Word', 20, (word) => word)] };
const name = { agency: 'elm-fork', what: 'words', day: '2026-03-05' as CalendarDate };
/** Texts that hardly shrink, so that blocks fill. */
const aBatch = () => Array.from({ length: 1_000 }, () => crypto.randomUUID().repeat(5));
const unheard = (error: unknown) => {
  throw error;
};

describe.each(exportFormats)('a download as %s', (format) => {
  it('asks for rows only as they are read, and for none when nobody reads on', async () => {
    let [batches, isOver] = [0, false];
    async function* rows() {
      try {
        for (; batches < 500; batches++) yield aBatch();
      } finally {
        isOver = true;
      }
    }
    const answer = await tableDownload(format, name, words, rows(), unheard);
    const reader = answer.body?.getReader();
    await reader?.read();
    expect(batches).toBeLessThan(40);
    await reader?.cancel();
    await expect.poll(() => isOver).toBe(true);
    expect(batches).toBeLessThan(40);
  });

  it('is broken off, and says so, when later rows can not be read', async () => {
    const broken: unknown[] = [];
    async function* rows() {
      yield aBatch();
      throw new Error('The database went away.');
    }
    const answer = await tableDownload(format, name, words, rows(), (error) => broken.push(error));
    await expect(answer.arrayBuffer()).rejects.toThrow();
    expect(broken).toEqual([expect.objectContaining({ message: 'The database went away.' })]);
  });

  it('does not begin when the first rows can not be read', async () => {
    const rows = rowPages<string>(10, async () => {
      throw new Error('The database went away.');
    });
    await expect(tableDownload(format, name, words, rows, unheard)).rejects.toThrow(
      'The database went away.',
    );
  });
});

it('pages follow each other behind the last row of the one before', async () => {
  const all = ['a', 'b', 'c', 'd', 'e'];
  const asked: (string | undefined)[] = [];
  const pages = rowPages<string>(2, async (after, size) => {
    asked.push(after);
    const first = after === undefined ? 0 : all.indexOf(after) + 1;
    return all.slice(first, first + size);
  });
  const found: string[] = [];
  for await (const page of pages) found.push(...page);
  expect(found).toEqual(all);
  expect(asked).toEqual([undefined, 'b', 'd']);
});
