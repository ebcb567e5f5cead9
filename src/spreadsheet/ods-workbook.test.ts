import { describe, expect, it } from 'vitest';
import { odsFile } from '../testing/ods-file.ts';
import { readingOf, rowsOf, textsOf } from '../testing/sheet-content.ts';

const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const row = (cells: string, repeated = 1) =>
  `<table:table-row table:number-rows-repeated="${repeated}">${cells}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>`;
const table = (name: string, rows: string, style = 'shown') =>
  `<table:table table:name="${name}" table:style-name="${style}"><table:table-column/>${rows}</table:table>`;
const heading = row(text('Name') + text('Value'));

/** The cell that a table cell makes under the heading `Value`. */
async function cellOf(cell: string) {
  const reading = await readingOf(odsFile(table('Staff', heading + row(text('Pat') + cell))));
  const [first] = await rowsOf(reading);
  await reading.close();
  return first?.cells[1];
}

describe('an ODS workbook', () => {
  it.each([
    [
      'a number',
      'office:value-type="float" office:value="412"',
      '00412',
      { kind: 'number', text: '00412', number: 412 },
    ],
    [
      'a share',
      'office:value-type="percentage" office:value="0.85"',
      '85%',
      { kind: 'number', text: '85%', number: 0.85 },
    ],
    [
      'an amount',
      'office:value-type="currency" office:value="75"',
      '$75.00',
      { kind: 'number', text: '$75.00', number: 75 },
    ],
    [
      'a number in scientific form',
      'office:value-type="float" office:value="12000000000"',
      '1.2E+10',
      { kind: 'number', text: '12000000000', number: 12e9 },
    ],
    [
      'a number in a narrow column',
      'office:value-type="float" office:value="412"',
      '###',
      { kind: 'number', text: '412', number: 412 },
    ],
    [
      'a date',
      'office:value-type="date" office:date-value="2024-03-05"',
      '3/5/24',
      { kind: 'date', text: '3/5/24', date: '2024-03-05' },
    ],
    [
      'a date and time',
      'office:value-type="date" office:date-value="2024-03-05T08:00:00"',
      '',
      { kind: 'date', text: '2024-03-05', date: '2024-03-05' },
    ],
    [
      'a duration',
      'office:value-type="time" office:time-value="PT40H00M00S"',
      '40:00',
      { kind: 'text', text: '40:00' },
    ],
    [
      'a truth',
      'office:value-type="boolean" office:boolean-value="true"',
      'WAHR',
      { kind: 'boolean', text: 'TRUE' },
    ],
    [
      'an error',
      'table:formula="of:=1/0" office:value-type="float" office:value="0"',
      '#DIV/0!',
      { kind: 'error', text: '#DIV/0!' },
    ],
    [
      'a text that nobody shows',
      'office:value-type="string" office:string-value="CIT"',
      '',
      { kind: 'text', text: 'CIT' },
    ],
  ])('holds %s', async (_, attributes, shown, expected) => {
    expect(
      await cellOf(`<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`),
    ).toEqual(expected);
  });

  it('keeps lines, spaces and formats of a text apart from its comments and pictures', async () => {
    const cell = `<table:table-cell office:value-type="string">
      <office:annotation><dc:creator>Sam</dc:creator><text:p>Ask again</text:p></office:annotation>
      <draw:frame><draw:text-box><text:p>Logo</text:p></draw:text-box></draw:frame>
      <text:p>Crisis<text:s text:c="2"/><text:span>Inter</text:span>vention &amp; more</text:p><text:p>Part 2</text:p>
    </table:table-cell>`;
    expect(await cellOf(cell)).toEqual({ kind: 'text', text: 'Crisis  Intervention & more\nPart 2' });
  });

  it('numbers rows over repeated and blank ones', async () => {
    const rows = `${heading}${row('', 3)}${row(text('Pat') + text('x'), 2)}${row('', 1_000_000)}`;
    const reading = await readingOf(odsFile(table('Staff', rows)));
    expect(await textsOf(reading)).toEqual([
      [5, 'Pat', 'x'],
      [6, 'Pat', 'x'],
    ]);
    await reading.close();
  });

  it('has sheets, some of them hidden', async () => {
    const styles =
      '<style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const long = heading + row(text('Pat') + text('x'), 9);
    const short = heading + row(text('Sam') + text('y'), 2);
    const tables =
      table('Old', long, 'gone') +
      table('Cover', row(text('Hello'))) +
      table('New', short) +
      table('Notes', '');
    const reading = await readingOf(odsFile(tables, styles));
    expect(reading).toMatchObject({
      format: 'ods',
      sheet: 'New',
      sheets: [
        { name: 'Old', hidden: true },
        { name: 'Cover', hidden: false },
        { name: 'New', hidden: false },
        { name: 'Notes', hidden: false },
      ],
    });
    expect(await textsOf(reading)).toEqual([
      [2, 'Sam', 'y'],
      [3, 'Sam', 'y'],
    ]);
    await reading.close();
  });

  it('may have headings of two rows', async () => {
    const above =
      '<table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>Name</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>Training</text:p></table:table-cell><table:covered-table-cell/>';
    const lower = `<table:covered-table-cell/>${text('Course')}${text('Status')}`;
    const reading = await readingOf(
      odsFile(table('Staff', row(above) + row(lower) + row(text('Pat') + text('CIT') + text('Passed')))),
    );
    expect(reading.headings).toEqual(['Name', 'Training Course', 'Training Status']);
    expect(await textsOf(reading)).toEqual([[3, 'Pat', 'CIT', 'Passed']]);
    await reading.close();
  });
});
