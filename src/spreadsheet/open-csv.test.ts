import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readingOf, refusalOf, rowsOf, textsOf } from '../testing/sheet-content.ts';

describe('a CSV file', () => {
  it('gives headings and numbered rows', async () => {
    const reading = await readingOf(
      'Employee ID,Name,Hired\n00412,"Example, Pat",3/5/2024\n00413,Sam Sample,\n',
    );
    expect(reading).toMatchObject({
      format: 'csv',
      sheet: 'roster',
      sheets: [{ name: 'roster', hidden: false }],
      headerRow: 1,
      headings: ['Employee ID', 'Name', 'Hired'],
      preamble: [],
    });
    expect(await rowsOf(reading)).toEqual([
      {
        number: 2,
        cells: [
          { kind: 'number', text: '00412', number: 412 },
          { kind: 'text', text: 'Example, Pat' },
          { kind: 'text', text: '3/5/2024' },
        ],
      },
      {
        number: 3,
        cells: [
          { kind: 'number', text: '00413', number: 413 },
          { kind: 'text', text: 'Sam Sample' },
        ],
      },
    ]);
    expect(reading.sample).toEqual(await rowsOf(reading));
  });

  const lines = 'Name,Course,Hours\r\nZoë Example,Crisis – “CIT”,40\r\nSam Sample,MHFA,8\r\n';
  it.each([
    ['UTF-8', Buffer.from(lines)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${lines}`)],
    ['UTF-16LE with a byte order mark', Buffer.from(`\uFEFF${lines}`, 'utf16le')],
    ['UTF-16BE with a byte order mark', iconv.encode(`\uFEFF${lines}`, 'utf-16be')],
    ['UTF-16LE', Buffer.from(lines, 'utf16le')],
    ['Windows-1252', iconv.encode(lines, 'win1252')],
    ['semicolons', Buffer.from(lines.replaceAll(',', ';'))],
    ['tabs', Buffer.from(lines.replaceAll(',', '\t'))],
    [
      'tabs in UTF-16, as Excel’s “Unicode text”',
      Buffer.from(`\uFEFF${lines.replaceAll(',', '\t')}`, 'utf16le'),
    ],
    ['pipes', Buffer.from(lines.replaceAll(',', '|'))],
    ['a declared delimiter', Buffer.from(`sep=;\r\n${lines.replaceAll(',', ';')}`)],
    ['line feeds', Buffer.from(lines.replaceAll('\r\n', '\n'))],
    ['carriage returns', Buffer.from(lines.replaceAll('\r\n', '\r'))],
    ['no-break spaces around cells', Buffer.from(lines.replaceAll(',', '\u00A0,\u00A0'))],
  ])('reads the same with %s', async (_, bytes) => {
    const reading = await readingOf(bytes);
    expect(reading.headings).toEqual(['Name', 'Course', 'Hours']);
    expect(await textsOf(reading)).toEqual([
      [2, 'Zoë Example', 'Crisis – “CIT”', '40'],
      [3, 'Sam Sample', 'MHFA', '8'],
    ]);
  });

  it('decides its encoding by the last accent as by the first', async () => {
    const plain = 'Pat Example,CIT\n'.repeat(20_000);
    const reading = await readingOf(
      Buffer.concat([Buffer.from(`Name,Course\n${plain}`), iconv.encode('Zoë,CIT', 'win1252')]),
    );
    expect((await textsOf(reading)).at(-1)).toEqual([20_002, 'Zoë', 'CIT']);
  });

  it('numbers rows as a spreadsheet program does, over quoted line ends and blank lines', async () => {
    const reading = await readingOf(
      'Report\n\nName,"Note\nfor all",Hours\n\nPat,"one\ntwo",8\n,,\n\nSam,,4\n',
    );
    expect(reading.headerRow).toBe(3);
    expect(reading.headings).toEqual(['Name', 'Note for all', 'Hours']);
    expect(await textsOf(reading)).toEqual([
      [5, 'Pat', 'one\ntwo', '8'],
      [8, 'Sam', '', '4'],
    ]);
  });

  it('keeps the lines above the headings, and what comes below the table', async () => {
    const reading = await readingOf(
      'Training report\nFrom,1/1/2024,To,12/31/2024\n\nName,Course,Date,Hours,Status\n\nPat Example,CIT,3/5/2024,40,Passed\nTotal,,,40\n',
    );
    expect(reading.preamble).toEqual(['Training report', 'From 1/1/2024 To 12/31/2024']);
    expect(reading.headerRow).toBe(4);
    expect(await textsOf(reading)).toEqual([
      [6, 'Pat Example', 'CIT', '3/5/2024', '40', 'Passed'],
      [7, 'Total', '', '', '40'],
    ]);
  });

  it('keeps repeated and missing headings in their places', async () => {
    const reading = await readingOf('Name,Date,,Date\nPat,1/2/2020,x,3/4/2021\n');
    expect(reading.headings).toEqual(['Name', 'Date', '', 'Date']);
  });

  it('keeps rows that are shorter or longer than the headings', async () => {
    const reading = await readingOf('ID,Name\n1,Pat,extra,\n2\n');
    expect(await textsOf(reading)).toEqual([
      [2, '1', 'Pat', 'extra'],
      [3, '2'],
    ]);
  });

  it('takes the row a person points at as headings', async () => {
    const reading = await readingOf('a,1\nb,2\nc,3\n', { headerRow: 2 });
    expect([reading.headings, await textsOf(reading)]).toEqual([['b', '2'], [[3, 'c', '3']]]);
    expect(await refusalOf('a,1\nb,2\n', { headerRow: 9 })).toEqual({ code: 'no-header' });
  });

  it('samples the first rows and can be read twice', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `${index},Pat\n`).join('');
    const reading = await readingOf(`ID,Name\n${rows}`);
    expect(reading.sample).toHaveLength(200);
    const first = await textsOf(reading);
    expect(first).toHaveLength(5_000);
    expect(first.at(-1)).toEqual([5_001, '4999', 'Pat']);
    expect(await textsOf(reading)).toEqual(first);
  });

  it('reads back whatever texts were written into it', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', ' ', '=', '+', '-', '@', '0', 'x', 'é'),
      }),
    );
    // A leading word keeps rows from being blank and texts from being taken for guarded formulas.
    const row = fc.array(
      text.map((value) => `x${value}`),
      { minLength: 3, maxLength: 3 },
    );
    const shown = (value: string) =>
      value
        .replaceAll('\0', '')
        .replaceAll(/[\u00A0\u202F]/g, ' ')
        .trim();
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), fc.boolean(), async (rows, quoted) => {
        const reading = await readingOf(stringify([['ID', 'Name', 'Note'], ...rows], { quoted }), {
          headerRow: 1,
        });
        expect((await textsOf(reading)).map(([, ...cells]) => cells)).toEqual(
          rows.map((cells) => cells.map(shown)),
        );
      }),
      { numRuns: 150 },
    );
  });
});
