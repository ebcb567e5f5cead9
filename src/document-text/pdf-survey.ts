import type { ActiveContent, TextLimits } from './document-text.ts';
import { type PdfFilter, undoFilter } from './pdf-filters.ts';
import { isPackedTwice, layersDeclared, layersOverObjects, looksDeflated } from './pdf-layers.ts';

/** What a PDF's objects say without being opened by a reader. */
export interface PdfSurvey {
  /** The first thing found that acts when the file is opened. */
  readonly found: ActiveContent | undefined;
  /** Whether a packed part unpacks to more than a policy can hold. */
  readonly isTooLarge: boolean;
  /** Whether objects lie in it that can't be looked at, because they are encrypted. */
  readonly isLocked: boolean;
}

/** Space between words of a PDF: a comment is as good as a blank. */
const gap = '(?:[\\s\\0]|%[^\\r\\n]{0,1000}[\\r\\n])*';
const word = (text: string) => new RegExp(text.replaceAll('~', gap));
const reference = '\\d+[\\s\\0]+\\d+[\\s\\0]+R';

const actions: readonly (readonly [ActiveContent, RegExp])[] = [
  ['program-start', word('\\/S~\\/Launch(?![A-Za-z])|(?<=[\\s\\0])\\/Launch(?=[\\s\\0]|$)')],
  [
    'script',
    word(
      `\\/S~\\/JavaScript(?![A-Za-z])|\\/JS~(?:[(<]|${reference})|\\/JavaScript~(?:<<|${reference})|(?<=[\\s\\0])\\/JavaScript[\\s\\0]*endobj`,
    ),
  ],
  [
    'embedded-file',
    word(`\\/EF~(?:<<|${reference})|\\/Type~\\/EmbeddedFile(?![A-Za-z])|\\/Subtype~\\/RichMedia(?![A-Za-z])`),
  ],
];

/** A form of the kind that is written in XML brings its scripts in a packed part. */
const formScript = /^\s*<[\s\S]*<(?:\w+:)?script[\s>]/;
const marks = {
  oddFilters: /\/(?:LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z])/,
  encrypted: word(`\\/Encrypt~(?:<<|${reference})`),
  packedObjects: /\/(?:ObjStm|XRef)(?![A-Za-z])/,
  object: /(?<![A-Za-z])obj(?![A-Za-z])/,
} as const;

/**
 * Looks through a PDF's objects, those in packed object streams included, for actions and files; what pages show, which
 * may well name such words, is not looked at. An opening action that only goes to a page is harmless and no finding.
 * A reader finds objects by their place alone, so nothing is taken for a stream's inside that could be an object.
 */
export function surveyPdf(bytes: Buffer, limits: TextLimits): PdfSurvey {
  const look = new Look();
  const text = bytes.toString('latin1');
  const streams = [...streamsIn(text)];
  let at = 0;
  for (const { start, end, isPlainlyMarked } of streams) {
    if (!isPlainlyMarked || start < at) continue;
    look.at(text.slice(at, start));
    if (marks.object.test(text.slice(start, end))) look.at(text.slice(start, end));
    at = end;
  }
  look.at(text.slice(at));
  const namedBefore = look.namesOddFilters;
  let isTooLarge = unpackAll(bytes, streams, look, limits);
  // A filter that only packed objects name makes the parts before them worth a second look.
  if (look.namesOddFilters !== namedBefore) isTooLarge ||= unpackAll(bytes, streams, look, limits);
  return { found: look.found, isTooLarge, isLocked: look.isEncrypted && look.holdsPackedObjects };
}

/** What was seen so far. */
class Look {
  found: ActiveContent | undefined;
  namesOddFilters = false;
  isEncrypted = false;
  holdsPackedObjects = false;

  at(objects: string): void {
    const names = unescaped(objects);
    this.found ??= actions.find(([, pattern]) => pattern.test(names))?.[0];
    this.namesOddFilters ||= marks.oddFilters.test(names);
    this.isEncrypted ||= marks.encrypted.test(names);
    this.holdsPackedObjects ||= marks.packedObjects.test(names);
  }
}

/** Unpacks what is packed, within the limits, and looks at the objects in it. Answers whether there was more. */
function unpackAll(bytes: Buffer, streams: readonly PdfStream[], look: Look, limits: TextLimits): boolean {
  let room = limits.unpackedBytes;
  for (const { dictionary, start, end } of streams) {
    const part = bytes.subarray(start, end);
    const objects = layersOverObjects(part, look.namesOddFilters);
    const layers = objects ?? layersOf(dictionary, part);
    if (isPackedTwice(layers)) return true;
    // Packed parts know their own end, and may hold the word that ends a stream.
    const source = layers[0] === 'flate' ? bytes.subarray(start) : part;
    const unpacked = undoAll(layers, source, Math.min(limits.partBytes, room));
    if (!unpacked) return true;
    if (layers.length > 0) room -= unpacked.length;
    if (objects) look.at(unpacked.toString('latin1'));
    else if (layers.length > 0 && formScript.test(unpacked.toString('latin1'))) look.found ??= 'script';
  }
  return false;
}

/** What a part that holds no objects is under; a picture stays as it is. */
function layersOf(dictionary: string, part: Buffer): readonly PdfFilter[] {
  const facts = unescaped(dictionary);
  if (/\/Subtype\s*\/Image(?![A-Za-z])/.test(facts)) return [];
  const declared = layersDeclared(facts);
  if (declared.length > 0) return declared;
  return /Decode(?![A-Za-z])/.test(facts) || !looksDeflated(part) ? [] : ['flate'];
}

function undoAll(layers: readonly PdfFilter[], part: Buffer, room: number): Buffer | undefined {
  let content = part;
  for (const layer of layers) {
    const unpacked = undoFilter(layer, content, room);
    if (unpacked.isTooLarge) return undefined;
    content = unpacked.content;
  }
  return content;
}

/** Names may be written with the codes of their letters: /J#61vaScript. */
function unescaped(objects: string): string {
  return objects.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

interface PdfStream {
  readonly dictionary: string;
  readonly start: number;
  readonly end: number;
  /** Begun the way the format asks; otherwise the word may stand in a text. */
  readonly isPlainlyMarked: boolean;
}

/** Every place that a reader could take for a stream. */
function* streamsIn(text: string): Generator<PdfStream> {
  let end = 0;
  for (const found of text.matchAll(/(?<!end)stream[^\r\n]{0,200}?(?:\r\n|\n|\r)/g)) {
    const start = found.index + found[0].length;
    if (end < start) end = text.indexOf('endstream', start);
    // A stream without an end goes on to the end of the file.
    if (end < 0) end = text.length;
    const before = text.slice(Math.max(0, found.index - 4_000), found.index);
    yield {
      dictionary: before.slice(Math.max(0, before.lastIndexOf('obj'))),
      start,
      end,
      isPlainlyMarked: /^stream\r?\n/.test(found[0]) && />>\s{0,20}$/.test(before),
    };
  }
}
