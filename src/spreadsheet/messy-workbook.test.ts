import { describe, expect, it } from 'vitest';
import { odsFile } from '../testing/ods-file.ts';
import { readingOf, refusalOf, rowsOf, textsOf } from '../testing/sheet-content.ts';
import { bookOf, bytesOf } from '../testing/sheetjs-file.ts';
import { worksheetXml, xlsxFile } from '../testing/xlsx-file.ts';
import { zipFile } from '../testing/zip-file.ts';

const text = (reference: string, value: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const heading = `<row r="1">${text('A1', 'Name')}${text('B1', 'Hired')}</row>`;

/** A workbook in the strict form of ISO 29500, as Excel’s “Strict Open XML” writes it. */
function strictBook(sheet: string, state = 'visible'): Buffer {
  const office = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const relations = (all: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`;
  return zipFile([
    {
      name: '_rels/.rels',
      content: relations(`<Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        `<Relationship Id="b" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}" conformance="strict"><workbookPr dateCompatibility="0"/><sheets><sheet name="Staff" sheetId="1" r:id="b"/><sheet name="Old" sheetId="2" state="${state}" r:id="c"/></sheets></workbook>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
    { name: 'xl/worksheets/sheet2.xml', content: worksheetXml(heading) },
  ]);
}

describe('a workbook in the strict form', () => {
  it('gives its texts and its dates, which it writes as ISO', async () => {
    const row = `<row r="2">${text('A2', 'Pat')}<c r="B2" t="d"><v>2019-03-05</v></c></row>`;
    const reading = await readingOf(strictBook(worksheetXml(heading + row)));
    expect((await rowsOf(reading))[0]?.cells).toEqual([
      { kind: 'text', text: 'Pat' },
      { kind: 'date', text: '2019-03-05', date: '2019-03-05' },
    ]);
    await reading.close();
  });

  it.each(['hidden', 'veryHidden'])('names a sheet that is %s', async (state) => {
    const row = `<row r="2">${text('A2', 'Pat')}</row>`;
    const reading = await readingOf(strictBook(worksheetXml(heading + row), state), {}, 'staff.xlsx');
    expect(reading.facts).toEqual([{ code: 'sheets-not-read', sheets: [{ name: 'Old', hidden: true }] }]);
    await reading.close();
  });
});

describe('a sheet that says what is not so', () => {
  it('holds more than its dimension', async () => {
    const rows = `${heading}<row r="2">${text('A2', 'Pat')}</row><row r="3">${text('A3', 'Sam')}${text('C3', 'x')}</row>`;
    const sheet = worksheetXml(rows).replace('<sheetData>', '<dimension ref="A1:A2"/><sheetData>');
    const reading = await readingOf(xlsxFile({ sheets: { Staff: sheet } }));
    expect(await textsOf(reading)).toEqual([
      [2, 'Pat'],
      [3, 'Sam', '', 'x'],
    ]);
    await reading.close();
  });

  it('holds formulas that were never calculated, which are missing and not nothing', async () => {
    const rows = `<row r="2">${text('A2', 'Pat')}<c r="B2"><f>DATE(2019,3,5)</f></c></row><row r="3">${text('A3', 'Sam')}<c r="B3"><f>A2</f><v/></c></row><row r="4">${text('A4', 'Lee')}<c r="B4" t="str"><f>""</f><v></v></c></row><row r="5">${text('A5', 'Kim')}<c r="B5" t="e"><f>NA()</f><v>#N/A</v></c></row>`;
    const book = xlsxFile({ sheets: { Staff: worksheetXml(heading + rows) } });
    const reading = await readingOf(book, {}, 'staff.xlsx');
    expect((await rowsOf(reading)).map(({ cells }) => cells[1])).toEqual([
      { kind: 'error', text: '' },
      { kind: 'error', text: '' },
      undefined,
      { kind: 'error', text: '#N/A' },
    ]);
    expect(reading.facts).toEqual([
      {
        code: 'cells-in-trouble',
        trouble: { code: 'error', column: 1, cells: 1, rows: [5], text: '#N/A' },
      },
      {
        code: 'cells-in-trouble',
        trouble: { code: 'uncalculated', column: 1, cells: 2, rows: [2, 3], text: '' },
      },
    ]);
    await reading.close();
  });

  it('holds such formulas in an ODS file too', async () => {
    const cell = (value: string) =>
      `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
    const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`;
    const rows =
      row(cell('Name') + cell('Hours')) + row(`${cell('Pat')}<table:table-cell table:formula="of:=[.A1]"/>`);
    const reading = await readingOf(odsFile(`<table:table table:name="Staff">${rows}</table:table>`));
    expect(reading.sample[0]?.cells[1]).toEqual({ kind: 'error', text: '' });
    await reading.close();
  });
});

describe('a file named .xls', () => {
  const page = (rows: string) =>
    `<html><head><style>${'.x{mso-number-format:General}\n'.repeat(900)}</style></head><body><table>${rows}</table></body></html>`;

  it('may be a web page with a long style sheet and headings over two rows', async () => {
    const rows = `<tr><td colspan="4">Roster</td></tr><tr><th rowspan="2">ID</th><th colspan="2">Officer</th><th rowspan="2">Rank</th></tr><tr><th>Last</th><th>First</th></tr><tr><td>00412</td><td>Example</td><td>Pat</td><td>Officer</td></tr><tr><td>00413</td><td>Sample</td><td>Sam</td><td>Chief</td></tr>`;
    const known = { isKnownHeading: (one: string) => ['ID', 'Rank', 'Last', 'First'].includes(one) };
    const reading = await readingOf(page(rows), known, 'roster.xls');
    expect(reading.headings).toEqual(['ID', 'Officer Last', 'Officer First', 'Rank']);
    expect(reading.facts).toEqual([
      { code: 'name-says-otherwise', says: 'xls', found: 'web-page' },
      { code: 'headings-joined', rows: 2 },
      { code: 'lines-above', count: 1 },
    ]);
    expect((await textsOf(reading))[0]).toEqual([4, '00412', 'Example', 'Pat', 'Officer']);
    await reading.close();
  });

  it.each([
    [
      'in the first cell of another',
      (table: string) => `<table><tr><td>Report</td></tr><tr><td>${table}</td></tr></table>`,
    ],
    ['in a page that breaks off', (table: string) => `<table><tr><td>${table}`],
    [
      'beside another',
      (table: string) =>
        `<table><tr><td><table><tr><td>Logo</td></tr></table></td><td>${table}</td></tr></table>`,
    ],
  ])('may be a web page with its table %s', async (_, around) => {
    const table =
      '<table><tr><th>ID</th><th>Name</th></tr><tr><td>00412</td><td>Pat Example</td></tr><tr><td>00413</td><td>Sam Sample</td></tr></table>';
    const known = { isKnownHeading: (one: string) => ['ID', 'Name'].includes(one) };
    const reading = await readingOf(`<html><body>${around(table)}</body></html>`, known, 'roster.xls');
    expect(reading.headings).toEqual(['ID', 'Name']);
    expect(await textsOf(reading)).toEqual([
      [2, '00412', 'Pat Example'],
      [3, '00413', 'Sam Sample'],
    ]);
    await reading.close();
  });

  it('may be XML of Excel 2003 with gaps, formats and hidden sheets', async () => {
    const space = 'urn:schemas-microsoft-com:office:spreadsheet';
    const cell = (type: string, value: string, attributes = '') =>
      `<Cell ${attributes}><Data ss:Type="${type}">${value}</Data></Cell>`;
    const styles =
      '<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="z"><NumberFormat ss:Format="00000"/></Style></Styles>';
    const staff = `<Row ss:Index="3">${cell('String', 'ID')}${cell('String', 'Name', 'ss:Index="3"')}${cell('String', 'Hired')}</Row><Row>${cell('Number', '412', 'ss:StyleID="z"')}${cell('String', 'Example&amp;Co', 'ss:Index="3"')}${cell('DateTime', '2019-03-05T00:00:00.000', 'ss:StyleID="d"')}</Row><Row ss:Index="6">${cell('Number', '12345678901')}${cell('String', 'Sam', 'ss:Index="3"')}${cell('Error', '#N/A')}</Row>`;
    const old =
      '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>';
    const xml = `<?xml version="1.0"?><Workbook xmlns="${space}" xmlns:ss="${space}">${styles}<Worksheet ss:Name="Old"><Table><Row>${cell('String', 'Name')}</Row></Table>${old}</Worksheet><Worksheet ss:Name="Staff"><Table>${staff}</Table></Worksheet></Workbook>`;
    const reading = await readingOf(xml, {}, 'roster.xls');
    expect(reading.facts.slice(0, 2)).toEqual([
      { code: 'name-says-otherwise', says: 'xls', found: 'xml-spreadsheet' },
      { code: 'sheets-not-read', sheets: [{ name: 'Old', hidden: true }] },
    ]);
    expect(await rowsOf(reading)).toMatchObject([
      { number: 4, cells: [{ text: '00412' }, {}, { text: 'Example&Co' }, { date: '2019-03-05' }] },
      { number: 6, cells: [{ text: '12345678901' }, {}, { text: 'Sam' }, { kind: 'error' }] },
    ]);
    await reading.close();
  });

  it('may be SYLK, and a list of ids is not', async () => {
    const sylk =
      'ID;PWXL;N;E\r\nC;Y1;X1;K"Name"\r\nC;Y1;X2;K"Rank"\r\nC;Y2;X1;K"Pat"\r\nC;Y2;X2;K"Chief"\r\nE\r\n';
    const reading = await readingOf(sylk, {}, 'roster.slk');
    expect([reading.headings, reading.facts]).toEqual([['Name', 'Rank'], []]);
    await reading.close();
    const list = await readingOf('ID;Person;Rank\nC;Pat Example;Chief\n', {}, 'roster.csv');
    expect(list.headings).toEqual(['ID', 'Person', 'Rank']);
  });

  it('may be a new workbook, and a workbook may be named .csv', async () => {
    const book = bookOf({
      Staff: [
        ['Name', 'Rank'],
        ['Pat Example', 'Chief'],
      ],
    });
    for (const [name, type, found] of [
      ['roster.xls', 'xlsx', 'xlsx'],
      ['roster.csv', 'biff8', 'xls'],
      ['roster.xlsx', 'ods', 'ods'],
    ] as const) {
      const reading = await readingOf(bytesOf(book, type), {}, name);
      expect(reading.facts[0]).toEqual({ code: 'name-says-otherwise', says: name.slice(7), found });
      await reading.close();
    }
  });

  it('is refused when it is a page saved with its pictures', async () => {
    expect(await refusalOf('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n')).toEqual({
      code: 'not-a-spreadsheet',
      found: 'a saved web page (MHTML)',
    });
  });
});

describe('numbers and dates of a workbook', () => {
  it.each(['xlsx', 'xlsb', 'biff8', 'xlml'] as const)('of type %s read as they are shown', async (type) => {
    const book = bookOf({
      Staff: [
        ['Name', 'Badge', 'Long', 'Share', 'Cost', 'Hired'],
        [
          'Pat Example',
          { t: 'n', v: 412, z: '00000' },
          12_345_678_901,
          { t: 'n', v: 0.2, z: '0%' },
          { t: 'n', v: 75, z: '"$"#,##0.00' },
          { t: 'n', v: 45_356, z: 'm/d/yyyy' },
        ],
      ],
    });
    const reading = await readingOf(bytesOf(book, type));
    expect(reading.sample[0]?.cells.slice(1)).toMatchObject([
      { text: '00412' },
      { text: '12345678901', number: 12_345_678_901 },
      { text: '20%', number: 0.2 },
      { text: '$75.00', number: 75 },
      { kind: 'date', date: '2024-03-05' },
    ]);
    await reading.close();
  });
});

describe('a sheet of many rows', () => {
  it('passes by without being gathered', { timeout: 60_000 }, async () => {
    const lines = '<row><c t="str"><v>Pat</v></c><c><v>40</v></c></row>'.repeat(1_000_000);
    const book = xlsxFile({ sheets: { Staff: worksheetXml(heading + lines) } });
    const reading = await readingOf(book, { limits: { workbookRows: 1_048_576 } });
    let rows = 0;
    // What was gathered stays however often memory is cleaned up: the least that is held late in the sheet shows it.
    let leastHeld = Number.POSITIVE_INFINITY;
    const held = () => process.memoryUsage().heapUsed;
    const before = held();
    for await (const batch of reading.rows()) {
      rows += batch.length;
      if (rows > 700_000) leastHeld = Math.min(leastHeld, held());
    }
    await reading.close();
    expect(rows).toBe(1_000_000);
    expect(leastHeld - before).toBeLessThan(50 * 1024 * 1024);
  });
});
