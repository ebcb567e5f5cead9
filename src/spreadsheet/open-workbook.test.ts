import type { BookType } from '@e965/xlsx';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readingOf, rowsOf, textsOf } from '../testing/sheet-content.ts';
import { bookOf, bytesOf } from '../testing/sheetjs-file.ts';
import { folded } from './text-source.ts';

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

describe('an XLSX workbook that another program wrote', () => {
  it('reads back its texts and numbers', async () => {
    const printable = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/\p{Cc}/u.test(text));
    const cell = fc.oneof(
      printable.map((text) => `x${text}`),
      fc.constantFrom('x<&>"\'', 'x]]>', 'x&amp;', 'x\ny'),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
    );
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    const shown = (value: string | number) => (typeof value === 'string' ? folded(value).trim() : value + 0);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), fc.boolean(), async (rows, bookSST) => {
        const book = bookOf({ Data: [['Name', 'Value', 'Third', 'Fourth'], ...rows] });
        const reading = await readingOf(bytesOf(book, 'xlsx', bookSST), { headerRow: 1 });
        const read = (await rowsOf(reading)).map(({ cells }) =>
          cells.map((one) => (one.kind === 'number' ? one.number : one.text)),
        );
        await reading.close();
        expect(read).toEqual(rows.map((cells) => cells.map(shown)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('other files with the name of a workbook', () => {
  const page =
    '<html><body><table><tr><th>Employee ID</th><th>Name</th><th>Hired</th></tr><tr><td>00412</td><td>Zoë Example&nbsp;</td><td>3/5/2024</td></tr></table></body></html>';
  it.each([
    ['UTF-8', Buffer.from(page)],
    ['Windows-1252', iconv.encode(page, 'win1252')],
    ['UTF-16', Buffer.from(`\uFEFF${page}`, 'utf16le')],
  ])('are read when a system exported a web page in %s', async (_, bytes) => {
    const reading = await readingOf(bytes, {}, 'roster.xls');
    expect(reading.headings).toEqual(['Employee ID', 'Name', 'Hired']);
    expect(await textsOf(reading)).toEqual([[2, '00412', 'Zoë Example', '3/5/2024']]);
    await reading.close();
  });

  it('are read when they are CSV', async () => {
    const reading = await readingOf('Name,Hours\nPat,40\n', {}, 'training.xlsx');
    expect([reading.format, reading.sheet]).toEqual(['csv', 'training']);
  });
});
