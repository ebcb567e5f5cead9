import { defaultReadLimits } from '../spreadsheet/read-limits.ts';
import { SheetUnreadable } from '../spreadsheet/read-refusal.ts';
import { openZip, type ZipArchive } from '../spreadsheet/zip-archive.ts';
import type { ActiveContent, TextLimits, TextRefusal } from './document-text.ts';
import { activeKind, OfficeContentTypes } from './office-content-types.ts';
import { OfficePart } from './office-part.ts';
import { XmlUnsound } from './xml-walk.ts';

/** What a DOCX or XLSX holds, by the list of its parts and by what those say that are looked at. */
export type OfficeSurvey = { readonly found: ActiveContent | undefined } | { readonly refusal: TextRefusal };

const partNames: readonly (readonly [ActiveContent, RegExp])[] = [
  ['macros', /vba(?:project(?:signature)?\.bin|data\.xml)$|(?:^|\/)(?:macrosheets|dialogsheets)\//],
  ['control', /(?:^|\/)activex\//],
  [
    'embedded-file',
    /\/embeddings\/[^/]*\.(?:bin|exe|com|js|jse|vbs|vbe|wsf|scr|bat|cmd|ps1|lnk|hta|msi|jar|html?|zip|pdf|rtf|docm|dotm|xlsm|xltm|xlsb|xlam|pptm|potm|ppsm|ppam|sldm)$/,
  ],
];

/**
 * Unpacks the parts of a DOCX or XLSX that are XML, so that none holds more than it says, and looks for what acts: macros
 * under any name, controls, embedded programs, fields and links that load from elsewhere. A part is judged by its name,
 * by its kind and by the links that lead to it. Charts and their tables are harmless. The sheets of an XLSX act by
 * nothing that stands in their cells, and are left packed.
 */
export async function surveyOffice(path: string, limits: TextLimits): Promise<OfficeSurvey> {
  const readLimits = { ...defaultReadLimits, unpackedBytes: limits.unpackedBytes, seconds: limits.seconds };
  let zip: ZipArchive | undefined;
  try {
    zip = await openZip(path, readLimits, AbortSignal.timeout(limits.seconds * 1_000));
    return await surveyed(zip, limits);
  } catch (error) {
    if (error instanceof SheetUnreadable) return { refusal: refusalOf(error, limits) };
    if (error instanceof XmlUnsound) return { refusal: { code: 'text-unreadable' } };
    throw error;
  } finally {
    zip?.close();
  }
}

async function surveyed(zip: ZipArchive, limits: TextLimits): Promise<OfficeSurvey> {
  const byName = partNames.find(([, pattern]) => zip.names.some((name) => pattern.test(name)))?.[0];
  if (byName) return { found: byName };
  const types = new OfficeContentTypes(await zip.text('[Content_Types].xml'));
  if (types.holdMacros) return { found: 'macros' };
  let found: ActiveContent | undefined;
  for (const name of zip.names) {
    found ??= activeKind(types.of(name));
    const text = await boundedText(zip, name, types.of(name), limits.partBytes);
    if (text === 'too-large') return { refusal: { code: 'text-too-large' } };
    if (text) found ??= new OfficePart(name).read(text.xml);
  }
  return { found };
}

/** The sheets of a workbook and their words, told by what they begin with. */
const cells = /^(?:\s|<\?[^<>]{0,200}\?>|<!--[^<>]{0,200}-->)*<(?:\w{1,20}:)?(?:worksheet|sst)[\s>]/;
const headLength = 2_000;

/** The text of a part that is XML by its name, by its kind or by its beginning; undefined for every other part. */
async function boundedText(
  zip: ZipArchive,
  name: string,
  type: string,
  bytes: number,
): Promise<{ readonly xml: string } | 'too-large' | undefined> {
  const saysXml = /\.(?:xml|rels|vml)$/.test(name) || /[+/]xml(?!\w)|vmldrawing/.test(type);
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of zip.chunks(name)) {
    const head = withoutMark(pieces.length === 0 ? piece.slice(0, headLength) : '<');
    if (!saysXml && !/^\s*(?:<|$)/.test(head)) return undefined;
    if (cells.test(head)) return undefined;
    length += piece.length;
    if (length > bytes) return 'too-large';
    pieces.push(piece);
  }
  return { xml: withoutMark(pieces.join('')) };
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function refusalOf({ refusal }: SheetUnreadable, limits: TextLimits): TextRefusal {
  switch (refusal.code) {
    case 'encrypted':
      return { code: 'text-encrypted' };
    case 'expands-too-much':
      return { code: 'text-too-large' };
    case 'took-too-long':
      return { code: 'text-took-too-long', seconds: limits.seconds };
    default:
      return { code: 'text-unreadable' };
  }
}
