import { fileTypeFromBuffer } from 'file-type';
import iconv from 'iconv-lite';
import type { FoundFormat } from './reading-fact.ts';
import { wideEncoding } from './text-encoding.ts';

/** What a file's first bytes say it is. `other` carries a phrase such as `a PDF document`, or '' for unknown. */
export type FileKind =
  | { readonly kind: 'text' | 'zip' }
  | {
      readonly kind: 'spreadsheet';
      readonly found: Extract<FoundFormat, 'xls' | 'ods' | 'web-page' | 'xml-spreadsheet' | 'sylk'>;
    }
  | { readonly kind: 'other'; readonly found: string };

/** How many bytes `fileKind` wants to see: web pages begin with long style sheets. */
export const fileKindBytes = 128 * 1024;
/** How many of them tell text from noise. */
const judgedBytes = 8 * 1024;

const zipStart = Buffer.from('PK\x03\x04', 'latin1');
const emptyZip = Buffer.from('PK\x05\x06', 'latin1');
const compoundStart = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Tells formats apart by content; names lie often enough. Zip files and text need a closer look later. */
export async function fileKind(start: Buffer): Promise<FileKind> {
  if (begins(start, zipStart) || begins(start, emptyZip)) return { kind: 'zip' };
  if (begins(start, compoundStart) || isEarlyExcel(start)) return { kind: 'spreadsheet', found: 'xls' };
  const first = start.subarray(0, judgedBytes);
  const wide = wideEncoding(first);
  if (wide) return textKind(iconv.decode(start, wide).trimStart());
  const type = await fileTypeFromBuffer(start);
  if (type && !type.mime.endsWith('/xml')) return { kind: 'other', found: phrase(type.mime, type.ext) };
  if (isBinary(first)) return { kind: 'other', found: '' };
  return textKind(
    start
      .toString('latin1')
      .replace(/^\xEF\xBB\xBF/, '')
      .trimStart(),
  );
}

/** Excel 2 to 4 wrote bare records: a begin-of-file record comes first. */
function isEarlyExcel(start: Buffer): boolean {
  return start[0] === 0x09 && [0x00, 0x02, 0x04].includes(start[1] ?? -1) && start[3] === 0x00;
}

/** Many systems export a web page or old XML under the name .xls; Excel opens them, so do we. */
function textKind(text: string): FileKind {
  if (/^TABLE\r?\n0,1\r?\n/.test(text)) return { kind: 'other', found: 'a DIF file' };
  if (/^socialcalc:version:/.test(text)) return { kind: 'other', found: 'a SocialCalc file' };
  if (/^\{\\rtf/.test(text)) return { kind: 'other', found: 'a Word (RTF) document' };
  if (/^[[{]\s*(?:["{[\]}]|$)/.test(text)) return { kind: 'other', found: 'a JSON file' };
  if (/^ID;P\w*(?:;[NE])*[\r\n]+(?:P;P|F;[A-Z]|B;[XY]\d|C;[XYK]|O;)/.test(text))
    return { kind: 'spreadsheet', found: 'sylk' };
  if (/^MIME-Version:/i.test(text)) return { kind: 'other', found: 'a saved web page (MHTML)' };
  if (!text.startsWith('<')) return { kind: 'text' };
  // Excel's web pages name its spreadsheet schema too, so the first element decides.
  if (/^<(?:!doctype html|html|head|body|meta|table|div|style)\b/i.test(text))
    return /<table[\s>]/i.test(text)
      ? { kind: 'spreadsheet', found: 'web-page' }
      : { kind: 'other', found: 'a web page' };
  if (/opendocument[.:]\S*spreadsheet/.test(text)) return { kind: 'spreadsheet', found: 'ods' };
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(text))
    return { kind: 'spreadsheet', found: 'xml-spreadsheet' };
  if (/<table[\s>]/i.test(text)) return { kind: 'spreadsheet', found: 'web-page' };
  return /^<\?xml/i.test(text) ? { kind: 'other', found: 'an XML file' } : { kind: 'text' };
}

/** Control characters are rare in text; 26 ends files of DOS. */
function isBinary(start: Buffer): boolean {
  let controls = 0;
  for (const byte of start) if (byte < 9 || (byte > 13 && byte < 26) || (byte > 27 && byte < 32)) controls++;
  return controls * 50 > start.length;
}

function phrase(mime: string, extension: string): string {
  if (mime === 'application/pdf') return 'a PDF document';
  if (mime.startsWith('image/')) return 'a picture';
  if (mime.startsWith('audio/') || mime.startsWith('video/')) return 'a recording';
  if (mime === 'application/rtf') return 'a Word (RTF) document';
  return `a file of type ${extension.toUpperCase()}`;
}

function begins(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}
