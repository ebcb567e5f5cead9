import { posix } from 'node:path';
import { SheetUnreadable } from './read-refusal.ts';
import { attribute, XmlScanner } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Nobody keeps a workbook with more sheets; each costs only a few characters. */
const mostSheets = 5_000;

export interface XlsxSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The part that holds the rows. */
  readonly part: string;
}

/** Where the parts of an XLSX workbook lie. */
export interface XlsxPackage {
  readonly sheets: readonly XlsxSheet[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  readonly date1904: boolean;
}

interface Relationship {
  readonly type: string;
  readonly part: string;
}

/** The main part of an Office file: `xl/workbook.xml`, `word/document.xml`; undefined when it names none. */
export async function mainPart(zip: ZipArchive): Promise<string | undefined> {
  const relationships = await relationshipsOf(zip, '');
  for (const { type, part } of relationships.values()) if (type === 'officeDocument') return part;
  return undefined;
}

/** Reads the list of sheets. Sheets that hold only a chart or macros are left out. */
export async function readXlsxPackage(zip: ZipArchive, main: string): Promise<XlsxPackage> {
  const relationships = await relationshipsOf(zip, main);
  const partOf = (type: string) => [...relationships.values()].find((one) => one.type === type)?.part;
  const sheets: XlsxSheet[] = [];
  let date1904 = false;
  await scan(zip, main, (name, tag) => {
    if (name === 'workbookPr') date1904 = isTrue(attribute(tag, 'date1904'));
    if (name !== 'sheet') return;
    const target = relationships.get(relationshipId(tag) ?? '');
    if (target?.type !== 'worksheet' || !zip.has(target.part)) return;
    if (sheets.length >= mostSheets) throw new SheetUnreadable({ code: 'corrupt' });
    const state = attribute(tag, 'state') ?? 'visible';
    sheets.push({ name: attribute(tag, 'name') ?? '', hidden: state !== 'visible', part: target.part });
  });
  if (sheets.length === 0) throw new SheetUnreadable({ code: 'corrupt' });
  return { sheets, date1904, strings: partOf('sharedStrings'), styles: partOf('styles') };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** The relationships of a part by id; types are cut to their last word, which strict files share. */
async function relationshipsOf(zip: ZipArchive, part: string): Promise<Map<string, Relationship>> {
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relationships = new Map<string, Relationship>();
  await scan(zip, file, (name, tag) => {
    const target = attribute(tag, 'Target');
    if (name !== 'Relationship' || target === undefined) return;
    relationships.set(attribute(tag, 'Id') ?? '', {
      type: (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '',
      part: posix.resolve('/', folder, target).slice(1),
    });
  });
  return relationships;
}

/** The prefix of the relationship's id is the file's own choice. */
function relationshipId(tag: string): string | undefined {
  const prefixed = /\s(\w+:id)\s*=/.exec(tag)?.[1];
  return prefixed === undefined ? undefined : attribute(tag, prefixed);
}

async function scan(zip: ZipArchive, part: string, open: (name: string, tag: string) => void): Promise<void> {
  const scanner = new XmlScanner({ open, close() {}, text() {} });
  for await (const chunk of zip.chunks(part)) scanner.write(chunk);
}
