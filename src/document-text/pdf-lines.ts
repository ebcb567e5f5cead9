import type { TextPassage } from './document-text.ts';
import { isHeading } from './heading.ts';

/** A line of a page as it is set. Lengths are in points, measured from the lower left corner. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Of its letters. */
  readonly size: number;
}

/** The paragraphs of a whole document, with the heading and the page each stands under. */
export function passagesOf(pages: readonly (readonly PdfLine[])[]): readonly TextPassage[] {
  const body = usualSize(pages);
  const repeated = repeatedLines(pages);
  const passages: TextPassage[] = [];
  let section = '';
  pages.forEach((lines, index) => {
    const kept = lines.filter(
      (line, at) => !isEdge(at, lines.length) || !repeated.has(sameOnEveryPage(line.text)),
    );
    for (const paragraph of paragraphsOf(kept)) {
      const text = joined(paragraph);
      const isLarge = paragraph.every(({ size }) => size > body * 1.12);
      if (isHeading(text, isLarge ? 'strong' : 'plain')) section = text;
      else passages.push({ page: index + 1, section, text });
    }
  });
  return passages;
}

/** The size most letters are set in. */
function usualSize(pages: readonly (readonly PdfLine[])[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [12, 0] as const)[0];
}

/** Running heads and feet: first and last lines that come back on most pages, but for their numbers. */
function repeatedLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  if (pages.length < 3) return new Set();
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = new Set(
      [...lines.slice(0, 3), ...lines.slice(-3)].map(({ text }) => sameOnEveryPage(text)),
    );
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count * 2 > pages.length).map(([text]) => text));
}

/** Among the first three or last three lines of a page. */
function isEdge(at: number, count: number): boolean {
  return at < 3 || at >= count - 3;
}

function sameOnEveryPage(text: string): string {
  return text.replace(/\d+/g, '#').toLowerCase();
}

/** A paragraph ends where the gap below is wider than between its lines, where a heading or an item of a list begins. */
function paragraphsOf(lines: readonly PdfLine[]): readonly (readonly PdfLine[])[] {
  const paragraphs: PdfLine[][] = [];
  const gap = usualGap(lines);
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const last = paragraphs.at(-1);
    if (!before || !last || parts(before, line, gap)) paragraphs.push([line]);
    else last.push(line);
  });
  return paragraphs;
}

/** The distance from one line to the next that is met most often on this page. */
function usualGap(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  lines.forEach((line, index) => {
    const gap = Math.round((lines[index - 1]?.y ?? line.y) - line.y);
    if (gap > 0) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  });
  const smallest = Math.min(...counts.keys());
  const most = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [smallest, 0] as const)[0];
  // Where every paragraph has one line only, the usual gap is the one between paragraphs.
  return Math.min(most, smallest * 1.25);
}

const itemStart = /^(?:[•▪◦–—-]|\(?[a-zA-Z0-9]{1,3}[.)]|(?:\d+\.)+\d+|[IVXL]+\.)\s/;

function parts(before: PdfLine, line: PdfLine, gap: number): boolean {
  const distance = before.y - line.y;
  if (distance < 0 || distance > gap * 1.35 + 0.5) return true;
  if (Math.abs(before.size - line.size) > 0.6) return true;
  return itemStart.test(line.text) || isHeading(line.text) || isHeading(before.text);
}

/** A word broken at the end of a line becomes one again. */
function joined(lines: readonly PdfLine[]): string {
  return lines.reduce((text, line) => {
    if (text === '') return line.text;
    if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line.text)) return text.slice(0, -1) + line.text;
    return `${text} ${line.text}`;
  }, '');
}
