import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { SheetRow } from './sheet.ts';

/** A text whose letters a program spoiled before the file came here, and what it was if that can be told. */
export interface GarbledText {
  readonly text: string;
  /** 1-based. */
  readonly row: number;
  readonly likely?: string;
}

/** What UTF-8 letters look like to a program that takes them for Windows-1252: é becomes Ã©, ’ becomes â€™. */
const misread = /[ÃÂâ][\u0080-\u00BF\u0152-\u017E\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/;

/** The first text in the rows that lost its letters: `JosÃ©` means José, `Jos\uFFFD` nobody can tell any more. */
export function garbledText(rows: readonly SheetRow[]): GarbledText | undefined {
  for (const { number, cells } of rows)
    for (const { text } of cells) {
      if (text.includes('\uFFFD')) return { text, row: number };
      const likely = misread.test(text) ? readAgain(text) : undefined;
      if (likely !== undefined) return { text, row: number, likely };
    }
  return undefined;
}

function readAgain(text: string): string | undefined {
  const bytes = iconv.encode(text, 'win1252');
  const isWhole = iconv.decode(bytes, 'win1252') === text;
  return isWhole && isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}
