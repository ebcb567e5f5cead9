import { zipFile } from './zip-file.ts';

export interface XlsxParts {
  /** Worksheet XML by sheet name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookProperties?: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of hand-written XML, for what no library writes. */
export function xlsxFile({ sheets, strings, styles, workbookProperties = '' }: XlsxParts): Buffer {
  const names = Object.keys(sheets);
  const related = [
    ...names.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`)),
    ...(strings === undefined ? [] : [relation('strings', 'sharedStrings', 'sharedStrings.xml')]),
    ...(styles === undefined ? [] : [relation('styles', 'styles', '/xl/styles.xml')]),
  ];
  const listed = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"/>`,
  );
  return zipFile([
    { name: '_rels/.rels', content: relations([relation('w', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}">${workbookProperties}<sheets>${listed.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relations(related) },
    ...names.map((name, index) => ({
      name: `xl/worksheets/sheet${index}.xml`,
      content: sheets[name] ?? '',
    })),
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: strings }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', content: styles }]),
  ]);
}

/** A worksheet part around rows such as `<row r="1">…</row>`. */
export function worksheetXml(rows: string, after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

function relations(all: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
}
