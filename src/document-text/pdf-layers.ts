import { type PdfFilter, undoFilter } from './pdf-filters.ts';

/** A part packed more often than this hides something: programs pack once, and may write the result in letters. */
const mostLayers = 4;
const headBytes = 8 * 1024;

/**
 * The filters under which a part of a PDF holds objects, outermost first; none where it holds them plainly, undefined
 * where it holds none. Found by trying, since whatever the part says of itself may be written so as to mislead.
 */
export function layersOverObjects(part: Buffer, oddFilters: boolean): readonly PdfFilter[] | undefined {
  return layersUnder(part.subarray(0, headBytes), oddFilters, mostLayers);
}

function layersUnder(head: Buffer, oddFilters: boolean, room: number): readonly PdfFilter[] | undefined {
  if (beginsWithObjects(head)) return [];
  if (room === 0) return undefined;
  for (const filter of plausibleFilters(head, oddFilters)) {
    const { content } = undoFilter(filter, head, headBytes * 1_100);
    if (content.length < 4) continue;
    const inner = layersUnder(content.subarray(0, headBytes), oddFilters, room - 1);
    if (inner) return [filter, ...inner];
  }
  return undefined;
}

/** What tells an object stream: the number and the place of its first object, before anything else. */
const firstObject = /^(?:[\s\0]|%[^\r\n]*[\r\n])*\d+(?:[\s\0]|%[^\r\n]*[\r\n])+\d+(?:[\s\0%<[(/]|$)/;

function beginsWithObjects(head: Buffer): boolean {
  return firstObject.test(head.toString('latin1'));
}

/** Two of the filters leave no mark in what they pack; they are tried where the file names them anywhere. */
function* plausibleFilters(head: Buffer, oddFilters: boolean): Generator<PdfFilter> {
  if (looksDeflated(head)) yield 'flate';
  const text = head.toString('latin1').trim();
  if (/^[0-9A-Fa-f\s]{8,}>?/.test(text)) yield 'ascii-hex';
  if (/^[!-uz\s]{8,}/.test(text)) yield 'ascii85';
  if (oddFilters) yield* ['lzw', 'run-length'] as const;
}

/** The two bytes that every deflated part begins with. */
export function looksDeflated(part: Buffer): boolean {
  const [first = 0, second = 0] = part;
  return (first & 15) === 8 && (first * 256 + second) % 31 === 0;
}

const filterNames: Readonly<Record<string, PdfFilter>> = {
  FlateDecode: 'flate',
  Fl: 'flate',
  LZWDecode: 'lzw',
  LZW: 'lzw',
  RunLengthDecode: 'run-length',
  RL: 'run-length',
  ASCII85Decode: 'ascii85',
  A85: 'ascii85',
  ASCIIHexDecode: 'ascii-hex',
  AHx: 'ascii-hex',
};

/** The filters a part says it is under. Empty for what no program but a viewer of pictures unpacks. */
export function layersDeclared(dictionary: string): readonly PdfFilter[] {
  const names =
    dictionary.match(/(?<=\/)(?:[A-Za-z0-9]+Decode|Fl|LZW|RL|A85|AHx|DCT|CCF)(?![A-Za-z0-9])/g) ?? [];
  const filters = names.map((name) => filterNames[name]);
  return filters.every((filter) => filter !== undefined) ? filters : [];
}

/** Whether a part is packed within what is packed: how a few kilobytes become gigabytes, and no program writes text. */
export function isPackedTwice(filters: readonly PdfFilter[]): boolean {
  return filters.filter((filter) => filter !== 'ascii85' && filter !== 'ascii-hex').length > 1;
}
