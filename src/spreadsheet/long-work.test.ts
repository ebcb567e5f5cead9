import { describe, expect, it } from 'vitest';
import { readingOf, refusalOf, rowsOf } from '../testing/sheet-content.ts';
import { worksheetXml, xlsxFile } from '../testing/xlsx-file.ts';
import { CsvRecords } from './csv-records.ts';

describe('a file that is made to take long', () => {
  it('is cut a few thousand records at a time, where a quote was never closed', () => {
    const records = new CsvRecords(',');
    expect(records.take(`Name\n"a\n${'a\n'.repeat(600_000)}`, false, 5_000)).toHaveLength(5_000);
    expect(records.take('', false, 5_000)).toHaveLength(5_000);
    let more = 0;
    for (let taken = records.take('', true, 5_000); taken.length > 0; more += taken.length)
      taken = records.take('', true, 5_000);
    expect(more).toBeGreaterThan(500_000);
  });

  it('lets others have their turn between a few thousand rows', async () => {
    const reading = await readingOf(`Last Name,First Name\n"a\n${'a\n'.repeat(1_200_000)}`);
    let rows = 0;
    for await (const batch of reading.rows()) {
      expect(batch.length).toBeLessThanOrEqual(5_000);
      rows += batch.length;
    }
    expect(rows).toBe(1_200_001);
  });

  it('gives only the start of its longest texts to be judged, and all of them as rows', async () => {
    const long = 'x'.repeat(60_000);
    const reading = await readingOf(`Name,Note\n${`Alden,${long}\n`.repeat(300)}`);
    expect(reading.sample.at(0)?.cells.at(1)?.text).toHaveLength(500);
    expect((await rowsOf(reading)).at(-1)?.cells.at(1)?.text).toBe(long);
  });

  it('is judged by fewer rows when they are very wide', async () => {
    const line = `${Array.from({ length: 1_900 }, (_, at) => `Word ${at}`).join(',')}\n`;
    const reading = await readingOf(line.repeat(300).replace('Word 0', 'Name'), { headerRow: 1 });
    expect(reading.sample.length).toBeLessThan(60);
    expect(reading.headings).toHaveLength(1_900);
  });
});

describe('many files at once that take long', () => {
  it('have two threads, and end on time however many they are', async () => {
    const cells = '<tr><td rowspan="60000" colspan="900">Name</td><td>Hours</td></tr>';
    const page = `<html><table>${cells.repeat(3_000)}</table></html>`;
    const started = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => refusalOf(page, { limits: { seconds: 1 } })),
    );
    expect(performance.now() - started).toBeLessThan(15_000);
    const codes = answers.map((answer) => answer?.code);
    expect(new Set(codes)).toEqual(new Set(['took-too-long', 'busy']));
    expect(codes.filter((code) => code === 'busy').length).toBeGreaterThan(3);
  });
});

describe('a damaged file', () => {
  it('is refused when its elements are never closed', async () => {
    const sheet = '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Last Name</v></c></row><row r="2">';
    expect(await refusalOf(xlsxFile({ sheets: { Data: sheet + '<a>'.repeat(10_000) } }))).toEqual({
      code: 'corrupt',
    });
  });

  it('is refused when a tag is longer than any program writes', async () => {
    const book = worksheetXml(`<row r="1" x="${'y'.repeat(200_000)}"><c r="A1"><v>1</v></c></row>`);
    expect(await refusalOf(xlsxFile({ sheets: { Data: book } }))).toEqual({ code: 'corrupt' });
  });
});

describe('a format that few programs write', () => {
  it('is read when it is a flat OpenDocument file', async () => {
    const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const row = (...texts: string[]) => `<table:table-row>${texts.map(cell).join('')}</table:table-row>`;
    const table = `<table:table table:name="Staff">${row('Last Name', 'Hours')}${row('Ibáñez', '40')}</table:table>`;
    const flat = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document>`;
    const reading = await readingOf(flat, {}, 'staff.fods');
    expect(reading).toMatchObject({ format: 'ods', sheet: 'Staff', headings: ['Last Name', 'Hours'] });
    expect((await rowsOf(reading))[0]?.cells.map(({ text }) => text)).toEqual(['Ibáñez', '40']);
  });

  it.each([
    ['a DIF file', 'TABLE\r\n0,1\r\n"x"\r\nVECTORS\r\n0,2\r\n""\r\nDATA\r\n0,0\r\n""\r\n-1,0\r\nBOT\r\n'],
    ['a SocialCalc file', 'socialcalc:version:1.5\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n'],
  ])('is told when it is %s', async (found, content) => {
    expect(await refusalOf(content)).toEqual({ code: 'not-a-spreadsheet', found });
  });
});
