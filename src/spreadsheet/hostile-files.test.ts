import { truncate, writeFile } from 'node:fs/promises';
import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { odsFile } from '../testing/ods-file.ts';
import { refusalOf, rowsOf } from '../testing/sheet-content.ts';
import { bookOf, bytesOf } from '../testing/sheetjs-file.ts';
import { writtenFile } from '../testing/written-file.ts';
import { worksheetXml, xlsxFile } from '../testing/xlsx-file.ts';
import { zipFile } from '../testing/zip-file.ts';
import { openSheet } from './open-sheet.ts';
import { SheetUnreadable } from './read-refusal.ts';

const mebibyte = 1024 * 1024;
const row = (number: number) =>
  `<row r="${number}"><c r="A${number}" t="str"><v>Pat ${number}</v></c><c r="B${number}"><v>40</v></c></row>`;
const heading = '<row r="1"><c r="A1" t="str"><v>Name</v></c><c r="B1" t="str"><v>Hours</v></c></row>';

function honestBook(): Buffer {
  return xlsxFile({ sheets: { Data: worksheetXml(heading + row(2) + row(3)) } });
}

function containerOf(stream: string): Buffer {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, stream, Buffer.alloc(5_000));
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

describe('a file is refused', () => {
  it.each<[string, string | Buffer, object]>([
    ['when it is empty', '', { code: 'empty-file' }],
    ['when it holds only blank lines', '\uFEFF \r\n\r\n,,\n', { code: 'empty-file' }],
    ['when it is a document', '%PDF-1.7\n', { code: 'not-a-spreadsheet', found: 'a PDF document' }],
    [
      'when it is a zip of files',
      zipFile([{ name: 'a.csv', content: 'a,b' }]),
      { code: 'not-a-spreadsheet', found: 'a zip file' },
    ],
    ['when it is a protected workbook', containerOf('/EncryptedPackage'), { code: 'encrypted' }],
    [
      'when it is an old Word document',
      containerOf('/WordDocument'),
      { code: 'not-a-spreadsheet', found: 'a Word document' },
    ],
    ['when it is a damaged old workbook', containerOf('/Workbook').subarray(0, 700), { code: 'corrupt' }],
    ['when it breaks off', honestBook().subarray(0, 600), { code: 'corrupt' }],
    [
      'when it is a Word document',
      zipFile([
        {
          name: '_rels/.rels',
          content:
            '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        },
      ]),
      { code: 'not-a-spreadsheet', found: 'a Word document' },
    ],
    [
      'when its parts are protected',
      zipFile([{ name: '_rels/.rels', content: '<Relationships/>', protected: true }]),
      { code: 'encrypted' },
    ],
    [
      'when it is a protected ODS file',
      zipFile([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' },
      ]),
      { code: 'encrypted' },
    ],
    [
      'when it has a column too many',
      `${'a,'.repeat(2_000)}b\n${'1,'.repeat(2_000)}2\n`,
      { code: 'too-many-columns', limit: 2_000 },
    ],
    ['when it has a million columns', 'abc,'.repeat(1_500_000), { code: 'too-many-columns', limit: 2_000 }],
    ['when it is one endless line', 'abc '.repeat(1_500_000), { code: 'not-a-spreadsheet', found: '' }],
  ])('%s', async (_, content, refusal) => {
    expect(await refusalOf(content)).toEqual(refusal);
  });

  it('when it is too large, without being read', async () => {
    const file = await writtenFile('big.csv', 'Name,Hours\nPat,40\n'.repeat(1_000));
    await truncate(file.path, 301 * mebibyte);
    expect(await openSheet(file)).toMatchObject({
      refusal: { code: 'too-large', bytes: 301 * mebibyte, limit: 300 * mebibyte },
    });
    await writeFile(file.path, honestBook());
    await truncate(file.path, 200 * mebibyte);
    expect(await openSheet(file)).toMatchObject({ refusal: { code: 'too-large', limit: 50 * mebibyte } });
  });

  it('when it has more rows than the limit, in text and in workbooks', async () => {
    const text = `Name,Hours\n${'Pat,40\n'.repeat(100)}`;
    expect(await refusalOf(text, { limits: { textRows: 100 } })).toEqual({
      code: 'too-many-rows',
      limit: 100,
      format: 'text',
    });
    const rows = Array.from({ length: 100 }, (_, index) => row(index + 2)).join('');
    const book = xlsxFile({ sheets: { Data: worksheetXml(heading + rows) } });
    expect(await refusalOf(book, { limits: { workbookRows: 100 } })).toEqual({
      code: 'too-many-rows',
      limit: 100,
      format: 'workbook',
    });
  });

  it('when one row has a million columns', async () => {
    const cells = Array.from({ length: 1_000_000 }, (_, index) => `<c><v>${index}</v></c>`).join('');
    const book = xlsxFile({ sheets: { Data: worksheetXml(`${heading}<row r="2">${cells}</row>`) } });
    expect(await refusalOf(book)).toEqual({ code: 'too-many-columns', limit: 2_000 });
  });

  it('when it would take too long', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => row(index + 2)).join('');
    const book = xlsxFile({ sheets: { Data: worksheetXml(heading + rows) } });
    expect(await refusalOf(book, { limits: { seconds: 0.01 } })).toEqual({
      code: 'took-too-long',
      seconds: 0.01,
    });
    const old = oldBook(20_000);
    expect(await refusalOf(old, { limits: { seconds: 0.05 } })).toEqual({
      code: 'took-too-long',
      seconds: 0.05,
    });
  });
});

/** A workbook of the old format with so many rows. */
function oldBook(rows: number): Buffer {
  const lines = Array.from({ length: rows }, (_, index) => [`Pat ${index}`, index]);
  return bytesOf(bookOf({ Data: [['Name', 'Hours'], ...lines] }), 'biff8');
}

describe('a zip that expands enormously is refused', () => {
  it('by what it says', async () => {
    const saysBytes = 700 * mebibyte;
    const book = zipFile([{ name: 'xl/workbook.xml', content: ' ', saysBytes }]);
    expect(await refusalOf(book)).toEqual({ code: 'expands-too-much', limit: 600 * mebibyte });
  });

  it('by its ratio', async () => {
    const book = xlsxFile({ sheets: { Data: worksheetXml(`${heading}${' '.repeat(150 * mebibyte)}`) } });
    expect(await refusalOf(book)).toMatchObject({ code: 'expands-too-much' });
  });

  it('by what comes out of it, when it lies', async () => {
    const lies = zipFile([
      {
        name: '_rels/.rels',
        content:
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      },
      { name: 'xl/workbook.xml', content: ' '.repeat(200 * mebibyte), saysBytes: 1_000 },
    ]);
    const before = process.memoryUsage.rss();
    expect(await refusalOf(lies)).toEqual({ code: 'corrupt' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * mebibyte);
  });

  it('before the thread for other formats unpacks it', async () => {
    const relation = '<Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/>';
    const main = { name: '_rels/.rels', content: `<Relationships>${relation}</Relationships>` };
    const content = Buffer.alloc(90 * mebibyte);
    const lies = zipFile([main, { name: 'xl/workbook.bin', content, saysBytes: 2_000 }]);
    expect(await refusalOf(lies)).toEqual({ code: 'corrupt' });
    const honest = zipFile([main, { name: 'xl/workbook.bin', content }]);
    expect(await refusalOf(honest, { limits: { threadBytes: 50 * mebibyte } })).toEqual({
      code: 'expands-too-much',
      limit: 50 * mebibyte,
    });
  });

  it('by how often a few characters repeat', async () => {
    const cell = (columns: number) =>
      `<table:table-cell table:number-columns-repeated="${columns}"><text:p>x</text:p></table:table-cell>`;
    const row = (rows: number, columns: number) =>
      `<table:table-row table:number-rows-repeated="${rows}">${cell(columns)}</table:table-row>`;
    expect(await refusalOf(odsFile(`<table:table>${row(1e9, 2).repeat(100)}</table:table>`))).toMatchObject({
      code: 'too-many-rows',
    });
    expect(await refusalOf(odsFile(`<table:table>${row(2, 1e9)}</table:table>`))).toMatchObject({
      code: 'too-many-columns',
    });
  });

  it('by its number of parts', async () => {
    const parts = Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, content: '' }));
    expect(await refusalOf(zipFile(parts))).toMatchObject({ code: 'expands-too-much' });
  });

  it('when its texts would fill the memory', async () => {
    const strings = `<sst>${'<si><t>x</t></si>'.repeat(50_000)}</sst>`;
    const book = xlsxFile({ sheets: { Data: worksheetXml(heading) }, strings });
    expect(await refusalOf(book, { limits: { sharedTextLength: 1_000_000 } })).toMatchObject({
      code: 'expands-too-much',
    });
    const endless = `<sst><si>${`<t>${'x'.repeat(100_000)}</t>`.repeat(20)}</si></sst>`;
    expect(await refusalOf(xlsxFile({ sheets: { Data: worksheetXml(heading) }, strings: endless }))).toEqual({
      code: 'corrupt',
    });
  });

  it('when it fills the memory of its thread, while the program goes on', async () => {
    const old = oldBook(5_000);
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 10);
    expect(await refusalOf(old, { limits: { workerMegabytes: 8 } })).toMatchObject({
      code: 'expands-too-much',
    });
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(3);
  });
});

describe('trouble that shows after opening', () => {
  it('ends the reading with a refusal', async () => {
    const text = `Name,Hours\n${'Pat,40\n'.repeat(20_000)}${'x,'.repeat(3_000)}\n`;
    const outcome = await openSheet(await writtenFile('roster.csv', text));
    if (!outcome.ok) throw new Error('The start of the file is sound.');
    await expect(rowsOf(outcome.value)).rejects.toThrow(SheetUnreadable);
    await expect(rowsOf(outcome.value)).rejects.toMatchObject({ refusal: { code: 'too-many-columns' } });
  });

  it('is thrown as it is when the disk is at fault', async () => {
    await expect(openSheet({ name: 'gone.csv', path: '/nowhere/gone.csv' })).rejects.toThrow('ENOENT');
  });
});
