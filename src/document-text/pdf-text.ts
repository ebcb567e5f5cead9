import { getDocumentProxy } from 'unpdf';
import { done, type Outcome, refused } from '../outcome.ts';
import type { DocumentText, TextLimits, TextRefusal } from './document-text.ts';
import { type PdfLine, passagesOf } from './pdf-lines.ts';

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Reads a PDF page by page. What is encrypted but opens without a password is read as its readers read it. */
export async function readPdfText(
  bytes: Uint8Array,
  limits: TextLimits,
): Promise<Outcome<DocumentText, TextRefusal>> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const pdf = opened.value;
  if (pdf.numPages > limits.pages) return refused({ code: 'text-too-many-pages', limit: limits.pages });
  const pages: (readonly PdfLine[])[] = [];
  let letters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const lines = await linesOf(pdf, number);
    letters += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (letters > limits.letters) return refused({ code: 'text-too-large' });
    pages.push(lines);
  }
  const passages = passagesOf(pages);
  if (passages.length === 0) return refused({ code: 'text-missing' });
  return done({ pages: pdf.numPages, passages });
}

/** Opens a PDF without running, drawing or fetching anything in it. */
export async function openPdf(bytes: Uint8Array): Promise<Outcome<Pdf, TextRefusal>> {
  try {
    return done(
      await getDocumentProxy(bytes, {
        verbosity: 0,
        enableXfa: false,
        disableFontFace: true,
        useSystemFonts: false,
        stopAtErrors: false,
      }),
    );
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return refused({ code: isLocked ? 'text-encrypted' : 'text-unreadable' });
  }
}

/** The lines of a page; a page that can't be read has none. */
async function linesOf(pdf: Pdf, number: number): Promise<readonly PdfLine[]> {
  let content: Awaited<ReturnType<Awaited<ReturnType<Pdf['getPage']>>['getTextContent']>>;
  try {
    const page = await pdf.getPage(number);
    content = await page.getTextContent();
    page.cleanup();
  } catch (error) {
    // One damaged page takes nothing from the others; a document of damaged pages has no text, and is told so.
    if (error instanceof Error) return [];
    throw error;
  }
  const lines: PdfLine[] = [];
  let line: { text: string; x: number; y: number; size: number } | undefined;
  const end = () => {
    const text = line?.text.replace(/\s+/g, ' ').trim() ?? '';
    if (line && text !== '') lines.push({ ...line, text });
    line = undefined;
  };
  for (const item of content.items) {
    if (!('str' in item)) continue;
    const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
    const size = Math.hypot(Number(item.transform[2]), Number(item.transform[3]));
    if (line && item.str.trim() !== '' && Math.abs(line.y - y) > size * 0.6) end();
    if (line) line.text += item.str;
    else if (item.str.trim() !== '') line = { text: item.str, x, y, size };
    if (item.hasEOL) end();
  }
  end();
  return lines;
}
