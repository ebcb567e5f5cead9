import { xmlText } from './xml-text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The places of the cell formats in `stylesXml`. Texts have the format `@`, so that they stay texts when edited. */
export const styles = { plain: 0, heading: 1, date: 2, text: 3 } as const;

/** A sheet that has been written, and the range its filter is over. */
export interface WrittenSheet {
  readonly name: string;
  readonly lastColumn: string;
  readonly lastRow: number;
}

/** The parts of a workbook beside its sheets, by their path in the package. */
export function workbookParts(sheets: readonly WrittenSheet[]): ReadonlyMap<string, string> {
  return new Map([
    ['xl/workbook.xml', workbookXml(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)],
    ['xl/styles.xml', stylesXml],
    ['_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    ['[Content_Types].xml', contentTypes(sheets.length)],
  ]);
}

export function sheetPath(place: number): string {
  return `xl/worksheets/sheet${place + 1}.xml`;
}

/** The beginning of a sheet: its first row stays in sight, and columns are as wide as they need to be. */
export function sheetStart(widths: readonly number[], isFirst: boolean): string {
  const columns = widths.map(
    (width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetViews>` +
    `<sheetView ${isFirst ? 'tabSelected="1" ' : ''}workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
  );
}

/** The end of a sheet: a filter over everything, and no green corners on numbers that are meant to be texts. */
export function sheetEnd({ lastColumn, lastRow }: WrittenSheet): string {
  const all = `A1:${lastColumn}${lastRow}`;
  return (
    `</sheetData><autoFilter ref="${all}"/>` +
    `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(place: number): string {
  const before = Math.floor(place / 26);
  return (before === 0 ? '' : columnLetters(before - 1)) + String.fromCharCode(65 + (place % 26));
}

/** LibreOffice finds a filter only by its hidden name. */
function workbookXml(sheets: readonly WrittenSheet[]): string {
  const listed = sheets.map(
    ({ name }, place) => `<sheet name="${xmlText(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  const filters = sheets.map(
    ({ name, lastColumn, lastRow }, place) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${place}" hidden="1">` +
      `'${xmlText(name)}'!$A$1:$${lastColumn}$${lastRow}</definedName>`,
  );
  return (
    `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets>` +
    `<definedNames>${filters.join('')}</definedNames></workbook>`
  );
}

function workbookRelations(sheets: number): string {
  const places = Array.from({ length: sheets }, (_, place) => place);
  return relations([
    ...places.map((place) => [`rId${place + 1}`, 'worksheet', `/${sheetPath(place)}`] as const),
    ['rIdStyles', 'styles', '/xl/styles.xml'],
  ]);
}

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const listed = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packaged}/relationships">${listed.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...Array.from({ length: sheets }, (_, place) => [`/${sheetPath(place)}`, 'worksheet'] as const),
  ];
  const listed = parts.map(
    ([path, type]) => `<Override PartName="${path}" ContentType="${sheetMl}.${type}+xml"/>`,
  );
  return (
    `${declaration}<Types xmlns="${packaged}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${listed.join('')}</Types>`
  );
}

/** Format 14 is the short date as the reader's own country writes it, 49 is text. */
const stylesXml =
  `${declaration}<styleSheet xmlns="${main}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
