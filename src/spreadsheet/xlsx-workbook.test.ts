import { describe, expect, it } from 'vitest';
import { readingOf, rowsOf, textsOf } from '../testing/sheet-content.ts';
import { worksheetXml, type XlsxParts, xlsxFile } from '../testing/xlsx-file.ts';

const heading =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Value</t></is></c></row>';

/** The texts of the first row under headings `Name` and `Value`. */
async function firstRowOf(
  row: string,
  parts: Partial<XlsxParts> = {},
): Promise<(string | number)[] | undefined> {
  const reading = await readingOf(xlsxFile({ sheets: { Data: worksheetXml(heading + row) }, ...parts }));
  const [first] = await textsOf(reading);
  await reading.close();
  return first;
}

describe('an XLSX workbook', () => {
  it.each([
    ['a text in the cell itself', '<c r="A2" t="inlineStr"><is><t> Pat </t></is></c>', 'Pat'],
    [
      'rich text',
      '<c r="A2" t="inlineStr"><is><r><rPr><b/></rPr><t>Example</t></r><r><t xml:space="preserve">, Pat</t></r></is></c>',
      'Example, Pat',
    ],
    [
      'a reading beside the text',
      '<c r="A2" t="inlineStr"><is><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></is></c>',
      '課',
    ],
    [
      'a text that a formula gave',
      '<c r="A2" t="str"><f>B2&amp;"x"</f><v>Pat &amp; Sam</v></c>',
      'Pat & Sam',
    ],
    ['a control character', '<c r="A2" t="str"><v>one_x000D_\ntwo_x005F_</v></c>', 'one\r\ntwo_'],
    ['a date in ISO form', '<c r="A2" t="d"><v>2024-03-05T00:00:00</v></c>', '2024-03-05'],
    ['an error', '<c r="A2" t="e"><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['true', '<c r="A2" t="b"><v>1</v></c>', 'TRUE'],
    ['a number in scientific form', '<c r="A2"><v>1.2E+10</v></c>', '12000000000'],
    ['the noise of a binary fraction', '<c r="A2"><v>7.4999999999999991</v></c>', '7.5'],
    ['attributes in single quotes and spaces', "<c  t = 'str'  r='A2' ><v>Pat</v></c>", 'Pat'],
  ])('may hold %s', async (_, cell, text) => {
    expect(await firstRowOf(`<row r="2">${cell}</row>`)).toEqual([2, text]);
  });

  it('may leave out row numbers and references', async () => {
    expect(await firstRowOf('<row><c t="str"><v>Pat</v></c><c><v>4</v></c></row>')).toEqual([2, 'Pat', '4']);
    expect(await firstRowOf('<row><c r="B7"><v>4</v></c></row>')).toEqual([7, '', '4']);
  });

  it('may give every element a prefix', async () => {
    const sheet = worksheetXml(`${heading}<row r="2"><c r="A2"><v>1</v></c></row>`)
      .replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    const reading = await readingOf(xlsxFile({ sheets: { Data: sheet } }));
    expect(await textsOf(reading)).toEqual([[2, '1']]);
    await reading.close();
  });

  it('shares texts and formats between cells', async () => {
    const strings = '<sst><si><t>Pat</t></si><si><r><t>A</t></r><r><t>B</t></r></si><si/></sst>';
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;-&quot;mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const row =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" s="1"><v>45356</v></c><c r="E2" s="2"><v>45356</v></c><c r="F2" s="0"><v>45356</v></c></row>';
    expect(await firstRowOf(row, { strings, styles })).toEqual([
      2,
      'Pat',
      'AB',
      '',
      '2024-03',
      '3/5/2024',
      '45356',
    ]);
  });

  it('may format cells and rows far beyond what it holds', async () => {
    const styled = '<c r="XFA2" s="0"/><c r="XFD2" s="0"/>';
    const empty = Array.from(
      { length: 500 },
      (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="0"/></row>`,
    );
    const rows = `${heading}<row r="2"><c r="A2"><v>1</v></c>${styled}</row>${empty.join('')}`;
    const file = xlsxFile({ sheets: { Data: worksheetXml(rows) } });
    const reading = await readingOf(file, { limits: { workbookRows: 10 } });
    expect(await textsOf(reading)).toEqual([[2, '1']]);
    await reading.close();
  });

  it('holds the texts of a merged cell once', async () => {
    const rows = '<row r="2"><c r="A2"><v>1</v></c><c r="B2"/></row><row r="3"><c r="A3"><v>2</v></c></row>';
    const after = '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>';
    const reading = await readingOf(xlsxFile({ sheets: { Data: worksheetXml(heading + rows, after) } }));
    expect(await textsOf(reading)).toEqual([
      [2, '1'],
      [3, '2'],
    ]);
    await reading.close();
  });

  it('can be read twice at once, and let go halfway', async () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><v>${index}</v></c></row>`,
    );
    const reading = await readingOf(xlsxFile({ sheets: { Data: worksheetXml(heading + rows.join('')) } }));
    for await (const batch of reading.rows()) {
      expect(batch[0]?.number).toBe(2);
      break;
    }
    const [one, other] = await Promise.all([rowsOf(reading), rowsOf(reading)]);
    expect(one).toHaveLength(3_000);
    expect(other).toEqual(one);
    await reading.close();
  });

  it('may call its date system by a word', async () => {
    const styles = '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const row = '<row r="2"><c r="A2" s="1"><v>0</v></c></row>';
    const workbookProperties = '<workbookPr date1904="true"/>';
    expect(await firstRowOf(row, { styles, workbookProperties })).toEqual([2, '1/1/1904']);
  });
});
