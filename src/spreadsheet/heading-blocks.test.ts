import { describe, expect, it } from 'vitest';
import { readingOf } from '../testing/sheet-content.ts';
import { worksheetXml, xlsxFile } from '../testing/xlsx-file.ts';
import { HeadingBlocks } from './heading-blocks.ts';

const block = (firstColumn: number, lastColumn: number, firstRow = 1, lastRow = 1) => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
});

describe('merged cells', () => {
  it('count once, however often they are listed', () => {
    const blocks = new HeadingBlocks([block(0, 1), block(0, 1), block(2, 3)], 10);
    expect(blocks.startingIn(1)).toEqual([block(0, 1), block(2, 3)]);
  });

  it('that overlap, which no program writes, count once', () => {
    expect(new HeadingBlocks([block(0, 4), block(1, 4), block(5, 6)], 10).startingIn(1)).toEqual([
      block(0, 4),
      block(5, 6),
    ]);
  });

  it('end where the sheet ends', () => {
    expect(new HeadingBlocks([block(1, 16_383), block(3, 4)], 3).startingIn(1)).toEqual([block(1, 2)]);
  });

  it('that span the whole sheet a hundred thousand times cost no more than one of them', async () => {
    const cell = (reference: string, text: string) => `<c r="${reference}" t="str"><v>${text}</v></c>`;
    const rows = `<row r="1">${cell('A1', 'Last Name')}${cell('B1', 'Hours')}</row><row r="2">${cell('A2', 'Alden')}${cell('B2', '40')}</row>`;
    const merged = '<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000);
    const book = worksheetXml(rows).replace('</worksheet>', `<mergeCells>${merged}</mergeCells></worksheet>`);
    const started = performance.now();
    const reading = await readingOf(xlsxFile({ sheets: { Data: book } }));
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(reading.headings).toEqual(['Last Name', 'Hours']);
    await reading.close();
  });
});
