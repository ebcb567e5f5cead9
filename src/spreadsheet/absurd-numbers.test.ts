import { describe, expect, it } from 'vitest';
import { odsFile } from '../testing/ods-file.ts';
import { readingOf, refusalOf, textsOf } from '../testing/sheet-content.ts';
import { worksheetXml, xlsxFile } from '../testing/xlsx-file.ts';

const xmlSheet = (rows: string) =>
  `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${rows}</Table></Worksheet></Workbook>`;
const xmlCell = '<Data ss:Type="String">Name</Data></Cell></Row>';
const tooTall = { code: 'too-many-rows', limit: 1_048_576 };
const tooWide = { code: 'too-many-columns', limit: 16_384 };

describe('cells past the end of every sheet are refused at once', () => {
  it.each<[string, string, object]>([
    ['a row of old XML', xmlSheet(`<Row ss:Index="999999999"><Cell>${xmlCell}`), tooTall],
    ['a cell of old XML', xmlSheet(`<Row><Cell ss:StyleID="a" ss:Index="999999999">${xmlCell}`), tooWide],
    [
      'columns of old XML',
      xmlSheet(`<Column ss:Index="2" ss:Span="99999999"/><Row><Cell>${xmlCell}`),
      tooTall,
    ],
    ['columns counted in powers', xmlSheet(`<Column ss:Span="1e9"/><Row><Cell>${xmlCell}`), tooTall],
    ['a wide cell of old XML', xmlSheet(`<Row><Cell ss:MergeAcross="99999999">${xmlCell}`), tooWide],
    ['a wide cell of a web page', '<table><tr><td colspan="999999999">Name</td></tr></table>', tooWide],
    ['a tall cell of a web page', '<table><tr><td rowspan=999999999>Name</td></tr></table>', tooTall],
    ['a row of SYLK', 'ID;PWXL;N;E\nC;Y999999999;X1;K"a"\nE\n', tooTall],
    ['a column of SYLK', 'ID;PWXL;N;E\nC;Y1;X999999999;K"a"\nE\n', tooWide],
    ['a column width of SYLK', 'ID;PWXL;N;E\nF;W1 999999999 10\nC;Y1;X1;K"a"\nE\n', tooWide],
  ])('%s', async (_, content, refusal) => {
    const started = performance.now();
    expect(await refusalOf(content)).toMatchObject(refusal);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('a row of a new workbook', async () => {
    const row = '<row r="99999999999"><c r="A99999999999" t="str"><v>Name</v></c></row>';
    expect(await refusalOf(xlsxFile({ sheets: { Data: worksheetXml(row) } }))).toMatchObject(tooTall);
  });

  it('a row of an ODS file, behind many blank ones', async () => {
    const cell = '<table:table-cell><text:p>Name</text:p></table:table-cell>';
    const rows = `<table:table-row table:number-rows-repeated="999999999"/><table:table-row>${cell}</table:table-row>`;
    expect(await refusalOf(odsFile(`<table:table>${rows}</table:table>`))).toMatchObject(tooTall);
  });
});

describe('numbers that are none', () => {
  const text = (inner: string) => `<table:table-cell><text:p>${inner}</text:p></table:table-cell>`;

  it.each(['-5', 'x', '1e3', 'NaN', ''])('count as one: %j', async (count) => {
    const name = text(`Last<text:s text:c="${count}"/>name`);
    const cell = `<table:table-cell table:number-columns-repeated="${count}"><text:p>Hours</text:p></table:table-cell>`;
    const head = `<table:table-row table:number-rows-repeated="${count}">${name}${cell}</table:table-row>`;
    const rows = `${head}<table:table-row>${text('Alden')}${text('40')}</table:table-row>`;
    const reading = await readingOf(odsFile(`<table:table>${rows}</table:table>`));
    expect(reading.headings).toEqual(['Last name', 'Hours']);
    await reading.close();
  });

  it('place no cell: a reference without a column stands beside the cell before it', async () => {
    const cells = (references: readonly string[], texts: readonly string[]) =>
      texts.map((one, at) => `<c r="${references[at]}" t="str"><v>${one}</v></c>`).join('');
    const head = `<row r="1">${cells(['A1', '1'], ['Last name', 'Hours'])}</row>`;
    const row = `<row r="-5">${cells(['A', '-7'], ['Alden', 'forty'])}<c r="C2"><v>1e999</v></c></row>`;
    const reading = await readingOf(xlsxFile({ sheets: { Data: worksheetXml(head + row) } }));
    expect(reading.headings).toEqual(['Last name', 'Hours']);
    expect(await textsOf(reading)).toEqual([[2, 'Alden', 'forty', '1e999']]);
  });
});
