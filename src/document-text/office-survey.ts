import { defaultReadLimits } from '../spreadsheet/read-limits.ts';
import { SheetUnreadable } from '../spreadsheet/read-refusal.ts';
import { openZip, type ZipArchive } from '../spreadsheet/zip-archive.ts';
import type { ActiveContent, TextLimits, TextRefusal } from './document-text.ts';
import { externallyLoaded } from './office-links.ts';

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

/** Fields and links by which an Office file starts a program when it is opened. */
const starts = /<w:instrText[^>]*>\s*DDE(?:AUTO)?\b|<w:fldSimple[^>]*w:instr="\s*DDE|<(?:\w+:)?ddeLink[\s>]/i;
/** A table that a workbook fetches by itself. */
const refreshes = /<(?:\w+:)?connection\s[^>]*refreshOnLoad="(?:1|true)"/i;

/**
 * Unpacks the parts of a DOCX that are text, so that none holds more than it says, and looks for what acts: macros under
 * any name, controls, embedded programs, content loaded from elsewhere. Charts and their tables are harmless. The sheets
 * of an XLSX act by nothing that stands in their cells, and are left packed.
 */
export async function surveyOffice(path: string, limits: TextLimits): Promise<OfficeSurvey> {
  const readLimits = { ...defaultReadLimits, unpackedBytes: limits.unpackedBytes, seconds: limits.seconds };
  let zip: ZipArchive | undefined;
  try {
    zip = await openZip(path, readLimits, AbortSignal.timeout(limits.seconds * 1_000));
    return await surveyed(zip, limits);
  } catch (error) {
    if (error instanceof SheetUnreadable) return { refusal: refusalOf(error, limits) };
    throw error;
  } finally {
    zip?.close();
  }
}

async function surveyed(zip: ZipArchive, limits: TextLimits): Promise<OfficeSurvey> {
  const byName = partNames.find(([, pattern]) => zip.names.some((name) => pattern.test(name)))?.[0];
  if (byName) return { found: byName };
  if (/macroenabled|vbaproject|macrosheet/i.test(await zip.text('[Content_Types].xml'))) {
    return { found: 'macros' };
  }
  let found: ActiveContent | undefined;
  for (const name of zip.names) {
    if (!/\.(?:xml|rels)$/.test(name) || /^xl\/(?:worksheets\/[^/]*|sharedstrings)\.xml$/.test(name))
      continue;
    const text = await boundedText(zip, name, limits.partBytes);
    if (text === undefined) return { refusal: { code: 'text-too-large' } };
    if (name.endsWith('.rels') && externallyLoaded(text)) found ??= 'outside-content';
    if (refreshes.test(text)) found ??= 'outside-content';
    if (starts.test(text)) found ??= 'program-start';
  }
  return { found };
}

async function boundedText(zip: ZipArchive, name: string, bytes: number): Promise<string | undefined> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of zip.chunks(name)) {
    length += piece.length;
    if (length > bytes) return undefined;
    pieces.push(piece);
  }
  return pieces.join('');
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
