import type { ActiveContent, TextLimits } from './document-text.ts';
import { type PdfFilter, undoFilter } from './pdf-filters.ts';
import { isPackedTwice, layersDeclared, layersOverObjects, looksDeflated } from './pdf-layers.ts';
import { walkNames, withLetters } from './pdf-names.ts';
import { PdfTriggers } from './pdf-triggers.ts';

/** What a PDF's objects say without being opened by a reader. */
export interface PdfSurvey {
  /** The first thing found that acts when the file is opened. */
  readonly found: ActiveContent | undefined;
  /** Whether a packed part unpacks to more than a policy can hold. */
  readonly isTooLarge: boolean;
  /** Whether objects lie in it that can't be looked at, because they are encrypted. */
  readonly isLocked: boolean;
}

const watched = [
  'S',
  'JS',
  'JavaScript',
  'EF',
  'Type',
  'Subtype',
  'XFA',
  'Encrypt',
  'OpenAction',
  'AA',
  'F',
  'Ref',
  'Movie',
];
const namedKinds: Readonly<Record<string, ActiveContent>> = {
  'S/Launch': 'program-start',
  'S/JavaScript': 'script',
  'Type/EmbeddedFile': 'embedded-file',
  'Subtype/RichMedia': 'embedded-file',
};
const oddFilters = ['LZWDecode', 'LZW', 'RunLengthDecode', 'RL'];
const objectMark = /(?<![A-Za-z])obj(?![A-Za-z])/;

/**
 * Looks through a PDF's objects, those in packed object streams included, for actions and files; what pages show, which
 * may well name such words, is not looked at. An opening action that only goes to a page is harmless and no finding.
 * A reader finds objects by their place alone, so nothing is taken for a stream's inside that could be an object.
 */
export function surveyPdf(bytes: Buffer, limits: TextLimits): PdfSurvey {
  const look = new Look();
  const text = bytes.toString('latin1');
  look.triggers.addObjects(text);
  const streams = [...streamsIn(text)];
  let at = 0;
  for (const { start, end, isPlainlyMarked } of streams) {
    if (!isPlainlyMarked || start < at) continue;
    look.at(text.slice(at, start));
    if (objectMark.test(text.slice(start, end))) look.at(text.slice(start, end));
    at = end;
  }
  look.at(text.slice(at));
  const namedBefore = look.namesOddFilters;
  let isTooLarge = unpackAll(bytes, streams, look, limits);
  // A filter that only packed objects name makes the parts before them worth a second look.
  if (look.namesOddFilters !== namedBefore) isTooLarge ||= unpackAll(bytes, streams, look, limits);
  if (!isTooLarge && look.triggers.reachOut) look.found ??= 'outside-content';
  return { found: look.found, isTooLarge, isLocked: look.isEncrypted && look.holdsPackedObjects };
}

/** What was seen so far. */
class Look {
  found: ActiveContent | undefined;
  namesOddFilters = false;
  isEncrypted = false;
  holdsPackedObjects = false;

  readonly triggers = new PdfTriggers();

  at(objects: string): void {
    walkNames(objects, watched, {
      name: (name, start, end) => this.#name(name, objects, start, end),
      behind: (key, next, at) => this.#behind(key, next, objects, at),
    });
  }

  #name(name: string, objects: string, start: number, end: number): void {
    this.namesOddFilters ||= oddFilters.includes(name);
    this.holdsPackedObjects ||= name === 'ObjStm' || name === 'XRef';
    // An action may have its kind told elsewhere: then the word stands alone.
    if (name !== 'Launch') return;
    const [before, after] = [objects.slice(Math.max(0, start - 3), start), objects.charAt(end)];
    if (/(?:^|[\s\0]|obj)$/.test(before) && /^[\s\0%]?$/.test(after)) this.found ??= 'program-start';
  }

  #behind(key: string, next: string | undefined, objects: string, at: number): void {
    const sign = objects.charAt(at);
    const isValue = next === undefined && /[<\d]/.test(sign);
    const kind = `${key}${next ?? ''}`;
    if (Object.hasOwn(namedKinds, kind)) this.found ??= namedKinds[kind];
    if (key === 'XFA') this.found ??= 'live-form';
    if (key === 'JS' && (isValue || sign === '(')) this.found ??= 'script';
    if (key === 'JavaScript' && (isValue || objects.startsWith('endobj', at))) this.found ??= 'script';
    if (key === 'EF' && isValue) this.found ??= 'embedded-file';
    if (key === 'Encrypt' && isValue) this.isEncrypted = true;
    if (key === 'OpenAction' || key === 'AA') this.triggers.add(key, objects, at);
    if ((key === 'Ref' || key === 'Movie') && isValue) this.triggers.add(key, objects, at);
    if (key === 'F' && (isValue || sign === '(')) this.triggers.addFile(objects, at);
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
    if (objects) {
      const text = unpacked.toString('latin1');
      look.at(text);
      look.triggers.addPacked(text, firstPacked(dictionary));
    } else if (layers.length > 0 && holdsFormScript(unpacked)) look.found ??= 'script';
  }
  return false;
}

/** Where the first of packed objects stands, as their list of facts says. */
function firstPacked(dictionary: string): number {
  return Number(/\/First[\s\0]{1,20}(\d{1,9})/.exec(withLetters(dictionary))?.[1] ?? 0);
}

/** A form of the kind that is written in XML brings its scripts in a packed part. */
function holdsFormScript(part: Buffer): boolean {
  if (!/^[^A-Za-z0-9<]*</.test(part.toString('latin1', 0, 200))) return false;
  for (let at = part.indexOf('script'); at >= 0; at = part.indexOf('script', at + 6)) {
    if (/<(?:\w{1,30}:)?$/.test(part.toString('latin1', Math.max(0, at - 40), at))) return true;
  }
  return false;
}

/** What a part that holds no objects is under; a picture stays as it is. */
function layersOf(dictionary: string, part: Buffer): readonly PdfFilter[] {
  const facts = withLetters(dictionary);
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
