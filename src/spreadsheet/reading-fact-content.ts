import type { CellTrouble } from './cell-trouble.ts';
import type { FoundFormat, ReadingFact } from './reading-fact.ts';
import type { SheetName } from './sheet.ts';

const formats: Readonly<Record<FoundFormat, string>> = {
  csv: 'a text file',
  xlsx: 'an Excel workbook',
  xls: 'an older Excel workbook',
  ods: 'an OpenDocument spreadsheet',
  'web-page': 'a web page with a table',
  'xml-spreadsheet': 'an Excel 2003 XML file',
  sylk: 'a SYLK file',
};

const delimiters: { readonly [delimiter: string]: string } = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

/** One sentence that tells a person what was understood, and what to do if it is wrong. */
export function readingFactSentence(fact: ReadingFact): string {
  switch (fact.code) {
    case 'name-says-otherwise':
      return `The name ends in .${fact.says}, but the file is ${formats[fact.found]}. We read what it is.`;
    case 'delimiter':
      return `The columns are separated by ${delimiterName(fact.delimiter)}.`;
    case 'lines-cut':
      return `Each line stood in a single cell. We cut it at the ${delimiterName(fact.delimiter)}.`;
    case 'encoding-guessed':
      return fact.encoding === 'macintosh'
        ? 'We read the letters the way old Macs write them. Check names with accents.'
        : 'We read the letters the way Windows writes them. Check names with accents.';
    case 'sheets-not-read':
      return `We did not read ${listed(fact.sheets.map(sheetName))}. Choose another sheet if it holds the list.`;
    case 'sheets-alike':
      return `${listed(fact.sheets.map(quoted))} ${fact.sheets.length === 1 ? 'has' : 'have'} the same headings. Import each sheet that you need.`;
    case 'sheet-hidden':
      return `We read ${quoted(fact.sheet)}, which is hidden in the file, because no other sheet holds a list.`;
    case 'headings-joined':
      return `The headings were put together from ${fact.rows} rows.`;
    case 'lines-above':
      return fact.count === 1
        ? 'There is one line above the headings.'
        : `There are ${fact.count} lines above the headings.`;
    case 'cells-over-rows':
      return `${count(fact.cells, 'merged cell counts', 'merged cells count')} for every row ${fact.cells === 1 ? 'it spans' : 'they span'}.`;
    case 'letters-garbled': {
      const { text, row, likely } = fact.found;
      const meant = likely === undefined ? '' : ` (it was perhaps ${quoted(likely)})`;
      return `Some letters were spoiled before the file was saved: ${quoted(text)} in row ${row}${meant}. Export the list again as UTF-8.`;
    }
    case 'cells-in-trouble':
      return troubleSentence(fact.trouble);
    case 'list-beside':
      return `A second list stands beside the first (columns ${columnLetters(fact.columns.from)} to ${columnLetters(fact.columns.to)}). We read only the first. Put one below the other, then choose the file again.`;
    case 'no-headings':
      return 'The file has no row of headings. Columns were told from their values alone, so check each one.';
  }
}

function delimiterName(delimiter: string): string {
  return delimiters[delimiter] ?? `“${delimiter}”`;
}

/** What is wrong with cells of a column, where, and what to do. */
export function troubleSentence({ code, cells, column, rows, text }: CellTrouble): string {
  const where = `column ${columnLetters(column)}, ${rowWords(rows, cells)}`;
  if (code === 'digits-lost')
    return `${count(cells, 'number was', 'numbers were')} cut short to ${text} before the file was saved (${where}). Export the list again and don’t open it in Excel first.`;
  return code === 'error'
    ? `${count(cells, 'cell shows', 'cells show')} an error such as ${text} (${where}). We left ${cells === 1 ? 'it' : 'them'} blank.`
    : `${count(cells, 'formula has', 'formulas have')} no result in the file (${where}). Open it in Excel, save it and choose it again.`;
}

function rowWords(rows: readonly number[], cells: number): string {
  const numbers = rows.map(String);
  return `row${cells === 1 ? '' : 's'} ${listed(cells > rows.length ? [...numbers, 'more'] : numbers)}`;
}

function count(amount: number, one: string, many: string): string {
  return `${amount.toLocaleString('en-US')} ${amount === 1 ? one : many}`;
}

/** `A` for 0, `AA` for 26. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

function sheetName({ name, hidden }: SheetName): string {
  return hidden ? `${quoted(name)} (hidden)` : quoted(name);
}

function quoted(name: string): string {
  return `“${name}”`;
}

function listed(texts: readonly string[]): string {
  return new Intl.ListFormat('en-US', { type: 'conjunction' }).format(texts);
}
