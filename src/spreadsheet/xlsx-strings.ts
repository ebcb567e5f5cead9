import { cellFromText } from './cell.ts';
import type { ReadLimits } from './read-limits.ts';
import { SheetUnreadable } from './read-refusal.ts';
import type { Cell } from './sheet.ts';
import { folded } from './text-source.ts';
import { unescaped, XmlScanner } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

const longestText = 1_000_000;

/**
 * The cells of a workbook's shared texts, in order: each is made once and shared by all rows that show it.
 * They are the one thing of a workbook that stays in memory, so their length is limited.
 */
export async function readSharedStrings(
  zip: ZipArchive,
  part: string | undefined,
  limits: ReadLimits,
): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  if (part === undefined) return cells;
  const text = new RichText();
  let length = 0;
  const scanner = new XmlScanner({
    open: (name) => text.open(name),
    text: (raw) => text.add(raw),
    close(name) {
      text.close(name);
      if (name !== 'si') return;
      const cell = cellFromText(text.take());
      // Each cell costs about as much as a text of 50 characters, however short it is.
      length += cell.text.length + 50;
      if (length > limits.sharedTextLength)
        throw new SheetUnreadable({ code: 'expands-too-much', limit: limits.unpackedBytes });
      cells.push(cell);
    },
  });
  for await (const chunk of zip.chunks(part)) scanner.write(chunk);
  scanner.end();
  return cells;
}

/** Collects the text of `<t>` elements over the runs of rich text; readings beside the text (`rPh`) don't count. */
export class RichText {
  #text = '';
  #isText = false;
  #isReading = false;

  open(name: string): void {
    if (name === 't') this.#isText = !this.#isReading;
    else if (name === 'rPh') this.#isReading = true;
  }

  close(name: string): void {
    if (name === 't') this.#isText = false;
    else if (name === 'rPh') this.#isReading = false;
  }

  add(raw: string): void {
    if (this.#isText) this.#text = extended(this.#text, raw);
  }

  take(): string {
    const text = cellText(this.#text);
    this.#text = '';
    return text;
  }
}

/** Text with more of it; Excel's cells hold 32,767 characters, so a far longer one is damage or malice. */
export function extended(text: string, more: string): string {
  if (text.length + more.length > longestText) throw new SheetUnreadable({ code: 'corrupt' });
  return text === '' ? more : text + more;
}

/** The text a raw XML text stands for; Excel writes control characters as `_x000D_`. */
export function cellText(raw: string): string {
  const text = folded(unescaped(raw));
  if (!text.includes('_x')) return text;
  return folded(
    text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}
