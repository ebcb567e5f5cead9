import { createReadStream } from 'node:fs';
import { MacRomanVotes } from './mac-roman.ts';
import { type TextEncoding, textDecoding, Utf8Check, wideEncoding } from './text-encoding.ts';

const chunkBytes = 64 * 1024;

/** What one pass over the raw bytes tells about a text file. */
export interface TextSurvey {
  readonly encoding: TextEncoding;
  /** Line ends in the file, quoted ones too; there are never more records than this plus one. */
  readonly lineEnds: number;
}

/** Reads the whole file once as bytes: an accent on the last line decides the encoding of the first. */
export async function surveyText(path: string): Promise<TextSurvey> {
  const check = new Utf8Check();
  let wide: TextSurvey['encoding'] | undefined;
  let lineEnds = 0;
  let isFirst = true;
  let previous = 0;
  for await (const chunk of fileChunks(path)) {
    if (isFirst) wide = wideEncoding(chunk.subarray(0, 4096));
    isFirst = false;
    for (const byte of chunk) {
      if (byte === 13 || (byte === 10 && previous !== 13)) lineEnds++;
      previous = byte;
    }
    if (!wide) check.add(chunk);
  }
  if (wide) return { encoding: wide, lineEnds };
  if (check.valid) return { encoding: 'utf-8', lineEnds };
  return { encoding: (await isMacRoman(path)) ? 'macintosh' : 'mixed', lineEnds };
}

/** Only files that are no UTF-8 are looked through once more, until enough letters have told. */
async function isMacRoman(path: string): Promise<boolean> {
  const votes = new MacRomanVotes();
  let hasLineFeeds = false;
  for await (const chunk of fileChunks(path)) {
    hasLineFeeds ||= chunk.includes(10);
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte > 127) votes.add(chunk[at - 1] ?? 0, byte, chunk[at + 1] ?? 0);
    }
    if (votes.areEnough) break;
  }
  return votes.isMacRoman(hasLineFeeds);
}

/** The text of a file in pieces, without NULs and with no-break spaces folded into spaces. */
export async function* textChunks(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoding = textDecoding(encoding);
  for await (const chunk of fileChunks(path)) yield folded(decoding.decode(chunk));
  yield folded(decoding.end());
}

async function* fileChunks(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) yield chunk as Buffer;
}

/** Exports from web pages put no-break spaces around values, where nobody sees them; databases refuse NUL. */
export function folded(text: string): string {
  let clean = text;
  if (clean.includes('\u00A0')) clean = clean.replaceAll('\u00A0', ' ');
  if (clean.includes('\u202F')) clean = clean.replaceAll('\u202F', ' ');
  if (clean.includes('\u0000')) clean = clean.replaceAll('\u0000', '');
  return clean;
}
