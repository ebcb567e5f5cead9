import { type BookType, utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readingOf, refusalOf, rowsOf, textsOf } from '../testing/sheet-content.ts';

interface Content {
  readonly [sheet: string]: readonly (readonly unknown[])[];
}

function bookOf(content: Content): WorkBook {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(content))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return book;
}

function bytesOf(book: WorkBook, bookType: BookType = 'xlsx'): Buffer {
  return write(book, { type: 'buffer', bookType, compression: true });
}

const day = { t: 'n', v: 45_356, z: 'm/d/yyyy' };
const roster = [
  ['Roster of sworn staff'],
  [],
  ['Employee ID', 'Name', 'Hired', 'Sworn', 'Badge', 'Hours', 'Note'],
  [],
  [1001, 'Example, Pat', day, true, { t: 'n', v: 412, z: '00000' }, 40.5, '00412'],
  [1002, 'Zoë “Z” Sample', day, false, 12_000_000_000, { t: 'e', v: 42 }, '\u00A0'],
];

describe('a workbook', () => {
  it.each<[BookType, string]>([
    ['xlsx', 'xlsx'],
    ['xlsm', 'xlsx'],
    ['xlsb', 'xlsx'],
    ['biff8', 'xls'],
    ['biff5', 'xls'],
    ['xlml', 'xls'],
  ])('of type %s gives headings and typed, numbered rows', async (bookType, format) => {
    const reading = await readingOf(bytesOf(bookOf({ Roster: roster }), bookType));
    expect(reading).toMatchObject({
      format,
      sheet: 'Roster',
      sheets: [{ name: 'Roster', hidden: false }],
      headerRow: 3,
      preamble: ['Roster of sworn staff'],
      headings: roster[2],
    });
    const rows = await rowsOf(reading);
    expect(rows.map(({ number }) => number)).toEqual([5, 6]);
    expect(rows[0]?.cells).toMatchObject([
      { kind: 'number', text: '1001', number: 1001 },
      { kind: 'text', text: 'Example, Pat' },
      { kind: 'date', date: '2024-03-05' },
      { kind: 'boolean', text: 'TRUE' },
      { kind: 'number', text: '00412', number: 412 },
      { kind: 'number', text: '40.5', number: 40.5 },
      { kind: 'number', text: '00412', number: 412 },
    ]);
    expect(rows[1]?.cells.slice(0, 5)).toMatchObject([
      { text: '1002' },
      { text: bookType === 'biff5' ? expect.stringContaining('Sample') : 'Zoë “Z” Sample' },
      { kind: 'date' },
      { kind: 'boolean', text: 'FALSE' },
      { kind: 'number', text: '12000000000' },
    ]);
    expect(await rowsOf(reading)).toEqual(rows);
    await reading.close();
  });

  it.each<BookType>(['xlsx', 'xlsb', 'biff8'])(
    'shows errors in a %s file, and spaces as nothing',
    async (type) => {
      const reading = await readingOf(bytesOf(bookOf({ Roster: roster }), type));
      expect((await rowsOf(reading))[1]?.cells.slice(5)).toEqual([{ kind: 'error', text: '#N/A' }]);
      await reading.close();
    },
  );

  it.each<BookType>(['xlsx', 'biff8'])(
    'counts its days from 1904 in a %s file when it says so',
    async (type) => {
      const book = bookOf({
        Roster: [
          ['Name', 'Hired'],
          ['Pat', { t: 'n', v: 43_894, z: 'm/d/yyyy' }],
        ],
      });
      book.Workbook = { WBProps: { date1904: true } };
      const reading = await readingOf(bytesOf(book, type));
      expect(reading.sample[0]?.cells[1]).toEqual({ kind: 'date', text: '3/5/2024', date: '2024-03-05' });
      await reading.close();
    },
  );

  it('shows what a formula gave', async () => {
    const book = bookOf({
      Roster: [
        ['Name', 'Hours'],
        ['Pat', 40],
        ['Sam', 8],
      ],
    });
    const sheet = book.Sheets.Roster ?? {};
    sheet.A3 = { t: 's', v: 'Sam Sample', f: 'A2&"x"' };
    sheet.B3 = { t: 'n', v: 48, f: 'SUM(B2,8)' };
    const reading = await readingOf(bytesOf(book));
    expect(await textsOf(reading)).toEqual([
      [2, 'Pat', '40'],
      [3, 'Sam Sample', '48'],
    ]);
    await reading.close();
  });
});

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

describe('other files with the name of a workbook', () => {
  it('are read when a system exported a web page', async () => {
    const page =
      '<html><head><meta charset="utf-8"></head><body><table><tr><th>Employee ID</th><th>Name</th><th>Hired</th></tr><tr><td>00412</td><td>Zoë Example</td><td>3/5/2024</td></tr></table></body></html>';
    const reading = await readingOf(page, {}, 'roster.xls');
    expect(reading.headings).toEqual(['Employee ID', 'Name', 'Hired']);
    expect(await textsOf(reading)).toEqual([[2, '00412', 'Zoë Example', '3/5/2024']]);
    await reading.close();
  });

  it('are read when they are CSV', async () => {
    const reading = await readingOf('Name,Hours\nPat,40\n', {}, 'training.xlsx');
    expect([reading.format, reading.sheet]).toEqual(['csv', 'training']);
  });
});
