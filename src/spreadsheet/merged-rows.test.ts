import { utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readingOf, rowsOf, textsOf } from '../testing/sheet-content.ts';
import { bookOf, bytesOf } from '../testing/sheetjs-file.ts';

describe('a cell merged over several rows', () => {
  it.each(['xlsx', 'biff8', 'ods'] as const)('of a %s file counts for each of them', async (type) => {
    const book = bookOf({
      Training: [
        ['Name', 'Course', 'Hours'],
        ['Pat Example', 'CIT', 40],
        [undefined, 'MHFA', 8],
        ['Sam Sample', 'CIT', 40],
        [undefined, 'MHFA', 8],
        [undefined, 'EVOC', 16],
        [undefined, 'Law', 4],
      ],
    });
    const sheet = book.Sheets.Training ?? {};
    sheet['!merges'] = ['A2:A3', 'A4:A6'].map((block) => utils.decode_range(block));
    const reading = await readingOf(bytesOf(book, type), {}, `training.${type === 'biff8' ? 'xls' : type}`);
    expect((await textsOf(reading)).map(([, name]) => name)).toEqual([
      'Pat Example',
      'Pat Example',
      'Sam Sample',
      'Sam Sample',
      'Sam Sample',
      '',
    ]);
    expect(reading.sample).toEqual(await rowsOf(reading));
    expect(reading.facts).toContainEqual({ code: 'cells-over-rows', cells: 2 });
    await reading.close();
  });
});
