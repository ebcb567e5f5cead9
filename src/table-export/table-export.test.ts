import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { read, utils } from '@e965/xlsx';
import { array, asyncProperty, assert as checkProperty, constantFrom, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { readingOf, rowsOf } from '../testing/sheet-content.ts';
import { csvOf } from './csv-writer.ts';
import { dateColumn, type ExportTable, numberColumn, textColumn } from './export-table.ts';
import { xlsxOf } from './xlsx-writer.ts';

interface Person {
  readonly number: string;
  readonly name: string;
  readonly hours?: number;
  readonly hired?: CalendarDate;
}

const people: ExportTable<Person> = {
  name: 'People',
  columns: [
    textColumn('Employee number', 14, ({ number }) => number),
    textColumn('Name', 30, ({ name }) => name),
    numberColumn('Hours', 8, ({ hours }) => hours),
    dateColumn('Date hired', ({ hired }) => hired),
  ],
};

const alex: Person = {
  number: '00412',
  name: 'Éxample, Alex',
  hours: 7.5,
  hired: '2015-03-04' as CalendarDate,
};

async function* inBatches<Row>(rows: readonly Row[], size = 2): AsyncGenerator<readonly Row[]> {
  for (let first = 0; first < rows.length; first += size) yield rows.slice(first, first + size);
}

const csvFile = (rows: readonly Person[]) => buffer(Readable.from(csvOf(people, inBatches(rows))));
const xlsxFile = (rows: readonly Person[], mostRows?: number) =>
  buffer(Readable.from(xlsxOf(people, inBatches(rows), mostRows)));

describe('a table as CSV', () => {
  it('is UTF-8 with a byte order mark, with CRLF, quotes and dates any program reads', async () => {
    const file = await csvFile([alex, { number: '7', name: 'Say "hi"\nthere; now' }]);
    expect(file.toString()).toBe(
      '\uFEFFEmployee number,Name,Hours,Date hired\r\n00412,"Éxample, Alex",7.5,2015-03-04\r\n7,"Say ""hi""\nthere; now",,\r\n',
    );
  });

  it('hands out no formula, and leaves numbers and hyphens as they are', async () => {
    const file = await csvFile([
      { number: '-', name: '=HYPERLINK("http://evil.example","x")' },
      { number: '-93.5', name: '@SUM(1)', hours: -93.5 },
    ]);
    expect(file.toString().split('\r\n').slice(1, 3)).toEqual([
      `-,"'=HYPERLINK(""http://evil.example"",""x"")",,`,
      "-93.5,'@SUM(1),-93.5,",
    ]);
  });

  it('gives our own reader every text back as it was', async () => {
    await checkProperty(
      asyncProperty(array(aShownText, { minLength: 1, maxLength: 8 }), async (texts) => {
        const file = await csvFile(texts.map((name) => ({ number: 'x', name })));
        expect(await namesIn(file)).toEqual(texts);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a table as a workbook', () => {
  it('holds texts with their zeros, numbers and dates, for our own reader', async () => {
    const reading = await readingOf(await xlsxFile([alex]));
    const [row] = await rowsOf(reading);
    await reading.close();
    expect(row?.cells).toMatchObject([
      { text: '00412' },
      { kind: 'text', text: 'Éxample, Alex' },
      { kind: 'number', number: 7.5 },
      { kind: 'date', date: '2015-03-04' },
    ]);
  });

  it('holds the same for SheetJS, with a filter and column widths', async () => {
    const file = await xlsxFile([alex, { number: '=1+1', name: '-' }]);
    const book = read(file, { cellDates: true, cellStyles: true, UTC: true });
    const sheet = book.Sheets.People;
    if (!sheet) throw new Error('The sheet is not there.');
    expect(utils.sheet_to_json(sheet, { header: 1, UTC: true })).toEqual([
      ['Employee number', 'Name', 'Hours', 'Date hired'],
      ['00412', 'Éxample, Alex', 7.5, new Date('2015-03-04T00:00:00Z')],
      ['=1+1', '-'],
    ]);
    expect(sheet.A3).toMatchObject({ t: 's' });
    expect(sheet.A3.f).toBeUndefined();
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:D3' });
    expect(book.Workbook?.Names).toEqual([
      expect.objectContaining({ Name: '_xlnm._FilterDatabase', Ref: "'People'!$A$1:$D$3" }),
    ]);
    expect(sheet['!cols']?.[1]?.width).toBe(30);
  });

  it('changes no text: a cell of a workbook that is a text is no formula', async () => {
    const texts = [
      '=1+1',
      '+1',
      '-',
      '-93.5',
      '@x',
      "'t Hooft",
      '<&>"',
      'a_x000D_b',
      'Tab\tinside',
      '𐍈 naïve 漢字',
    ];
    const file = await xlsxFile(texts.map((name) => ({ number: 'x', name })));
    const sheet = read(file).Sheets.People;
    expect(texts.map((_, place) => sheet?.[`B${place + 2}`]?.v)).toEqual(texts);
  });

  it('gives our own reader every text back as it was', async () => {
    await checkProperty(
      asyncProperty(array(aShownText, { minLength: 1, maxLength: 8 }), async (texts) => {
        const file = await xlsxFile(texts.map((name) => ({ number: 'x', name })));
        expect(await namesIn(file)).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });

  it('gives a text that only looks guarded another apostrophe, which readers take off', async () => {
    const file = await xlsxFile([{ number: 'x', name: "'=1" }]);
    expect(read(file).Sheets.People?.B2?.v).toBe("''=1");
    expect(await namesIn(file)).toEqual(["'=1"]);
  });

  it('goes on in a further sheet where one is full', async () => {
    const rows = Array.from({ length: 5 }, (_, place) => ({ number: String(place), name: 'Example' }));
    const book = read(await xlsxFile(rows, 3));
    expect(book.SheetNames).toEqual(['People', 'People 2']);
    expect(utils.sheet_to_json(book.Sheets['People 2'] ?? {})).toHaveLength(2);
  });

  it('of nobody has its headings', async () => {
    const book = read(await xlsxFile([]));
    expect(utils.sheet_to_json(book.Sheets.People ?? {}, { header: 1 })).toHaveLength(1);
  });
});

const starts = ['', '=', '+', '-', '@', "'", "'=", "''@", '＝', '"', ';', ',x', '-1', '--'];

/**
 * Texts as the program keeps them: without control characters, no-break spaces and blanks at the ends, which neither
 * forms nor files bring in, and none that means something else in a cell: an error such as `#N/A`, or `="00412"`.
 */
const aShownText = tuple(constantFrom(...starts), string({ unit: 'grapheme', maxLength: 12 }))
  .map(([start, text]) => `${start}${text}`.replace(/[\p{Cc}\u00a0\u202f]/gu, ' ').trim())
  .filter((text) => text !== '' && !text.startsWith('#') && !text.startsWith('="'));

async function namesIn(file: Buffer): Promise<readonly string[]> {
  const reading = await readingOf(file, { headerRow: 1 });
  const rows = await rowsOf(reading);
  await reading.close();
  return rows.map(({ cells }) => cells[1]?.text ?? '');
}
