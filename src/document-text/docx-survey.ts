import { defaultReadLimits } from '../spreadsheet/read-limits.ts';
import { SheetUnreadable } from '../spreadsheet/read-refusal.ts';
import { openZip, type ZipArchive } from '../spreadsheet/zip-archive.ts';
import type { ActiveContent, TextLimits, TextRefusal } from './document-text.ts';

/** What a DOCX holds, by the list of its parts and by what those say that are read anyway. */
export type DocxSurvey = { readonly found: ActiveContent | undefined } | { readonly refusal: TextRefusal };

const partNames: readonly (readonly [ActiveContent, RegExp])[] = [
  ['macros', /vba(?:project(?:signature)?\.bin|data\.xml)$/],
  ['control', /(?:^|\/)activex\//],
  ['embedded-file', /(?:^|\/)embeddings\/[^/]*\.(?:bin|exe|js|vbs|scr|bat|cmd|ps1|lnk|hta|html?)$/],
];

/** Links that Word follows by itself when it opens the file. A template on the writer's own disk is none of them. */
const followedLink = /Type="[^"]*\/(?:oleObject|frame|subDocument|attachedTemplate)"/;

/**
 * Unpacks every part of a DOCX that is text, so that none holds more than it says, and looks for what acts: macros under
 * any name, controls, embedded programs, content loaded from elsewhere. Charts and their tables are harmless.
 */
export async function surveyDocx(path: string, limits: TextLimits): Promise<DocxSurvey> {
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

async function surveyed(zip: ZipArchive, limits: TextLimits): Promise<DocxSurvey> {
  const byName = partNames.find(([, pattern]) => zip.names.some((name) => pattern.test(name)))?.[0];
  if (byName) return { found: byName };
  if (/macroenabled|vbaproject/i.test(await zip.text('[Content_Types].xml'))) return { found: 'macros' };
  let found: ActiveContent | undefined;
  for (const name of zip.names) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const text = await boundedText(zip, name, limits.partBytes);
    if (text === undefined) return { refusal: { code: 'text-too-large' } };
    if (name.endsWith('.rels') && loadsFromOutside(text)) found ??= 'outside-content';
    if (/<w:instrText[^>]*>\s*DDE(?:AUTO)?\b/i.test(text)) found ??= 'program-start';
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

function loadsFromOutside(relationships: string): boolean {
  const links = relationships.match(/<Relationship\s[^>]*>/g) ?? [];
  return links.some(
    (link) =>
      followedLink.test(link) &&
      /TargetMode="External"/i.test(link) &&
      /Target="(?:https?|ftp|mhtml|\\\\)/i.test(link),
  );
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
