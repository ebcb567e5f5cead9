import { utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readingOf, refusalOf } from '../testing/sheet-content.ts';
import { bookOf, bytesOf } from '../testing/sheetjs-file.ts';

const day = { t: 'n', v: 45_356, z: 'm/d/yyyy' };

describe('the sheet that is read', () => {
  const list = (count: number) => [
    ['Name', 'Course', 'Hours'],
    ...Array.from({ length: count }, (_, index) => [`Pat ${index}`, 'CIT', 40]),
  ];

  it('is the visible one with most rows under headings', async () => {
    const book = bookOf({
      Cover: [['Training 2024'], ['Ask the training office']],
      Old: list(3),
      New: list(5),
      All: list(9),
    });
    book.Workbook = { Sheets: [{}, {}, {}, { Hidden: 1 }] };
    const reading = await readingOf(bytesOf(book));
    expect(reading.sheet).toBe('New');
    expect(reading.sheets).toEqual([
      { name: 'Cover', hidden: false },
      { name: 'Old', hidden: false },
      { name: 'New', hidden: false },
      { name: 'All', hidden: true },
    ]);
    await reading.close();
  });

  it('is the one whose headings the caller knows, even with fewer rows', async () => {
    const codes = [
      ['Code', 'Meaning'],
      ...Array.from({ length: 20 }, (_, index) => [index, `Code ${index}`]),
    ];
    const isKnownHeading = (heading: string) => ['Name', 'Course'].includes(heading);
    const reading = await readingOf(bytesOf(bookOf({ Codes: codes, Training: list(2) })), { isKnownHeading });
    expect(reading.sheet).toBe('Training');
    await reading.close();
  });

  it('is a hidden one only when no visible one will do', async () => {
    const book = bookOf({ Cover: [], Data: list(2) });
    book.Workbook = { Sheets: [{}, { Hidden: 2 }] };
    const reading = await readingOf(bytesOf(book));
    expect(reading.sheet).toBe('Data');
    await reading.close();
  });

  it('is the one a person names', async () => {
    const bytes = bytesOf(bookOf({ Old: list(1), New: list(5) }));
    const reading = await readingOf(bytes, { sheet: 'old ' });
    expect([reading.sheet, reading.sample.length]).toEqual(['Old', 1]);
    await reading.close();
    expect(await refusalOf(bytes, { sheet: 'Older' })).toEqual({
      code: 'no-such-sheet',
      sheet: 'Older',
      sheets: ['Old', 'New'],
    });
  });

  it('may have headings of two rows', async () => {
    const book = bookOf({
      Training: [
        ['Report'],
        ['Employee ID', 'Training'],
        [undefined, 'Course', 'Completed'],
        [1001, 'CIT', day],
        [1002, 'MHFA', day],
      ],
    });
    const sheet = book.Sheets.Training ?? {};
    sheet['!merges'] = [utils.decode_range('A2:A3'), utils.decode_range('B2:C2')];
    for (const type of ['xlsx', 'xlsb', 'biff8', 'ods'] as const) {
      const reading = await readingOf(bytesOf(book, type));
      expect(reading.headings).toEqual(['Employee ID', 'Training Course', 'Training Completed']);
      expect([reading.headerRow, reading.preamble]).toEqual([3, ['Report']]);
      await reading.close();
    }
  });

  it.each([
    ['nothing at all', { Sheet1: [] }, 'empty-file'],
    [
      'only numbers',
      {
        Sheet1: [
          [1, 2, 3],
          [4, 5, 6],
        ],
      },
      'no-header',
    ],
  ])('is missing from a workbook with %s', async (_, content, code) => {
    expect(await refusalOf(bytesOf(bookOf(content)))).toEqual({ code });
  });
});
