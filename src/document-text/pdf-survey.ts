import { inflateSync } from 'node:zlib';
import type { ActiveContent, TextLimits } from './document-text.ts';

/** What a PDF's objects say without being opened by a reader. */
export interface PdfSurvey {
  /** The first thing found that acts when the file is opened. */
  readonly found: ActiveContent | undefined;
  /** Whether a packed part unpacks to more than a policy can hold. */
  readonly isTooLarge: boolean;
}

const actions: readonly (readonly [ActiveContent, RegExp])[] = [
  ['program-start', /\/S\s*\/Launch(?![A-Za-z])/],
  [
    'script',
    /\/S\s*\/JavaScript(?![A-Za-z])|\/JS\s*(?:[(<]|\d+\s+\d+\s+R)|\/JavaScript\s*(?:<<|\d+\s+\d+\s+R)/,
  ],
  [
    'embedded-file',
    /\/EF\s*(?:<<|\d+\s+\d+\s+R)|\/Type\s*\/EmbeddedFile(?![A-Za-z])|\/Subtype\s*\/RichMedia(?![A-Za-z])/,
  ],
];

/**
 * Looks through a PDF's objects, those in packed object streams included, for actions and files; what pages show, which
 * may well name such words, is not looked at. An opening action that only goes to a page is harmless and no finding.
 */
export function surveyPdf(bytes: Buffer, limits: TextLimits): PdfSurvey {
  const text = bytes.toString('latin1');
  let found: ActiveContent | undefined;
  let unpackedBytes = 0;
  let at = 0;
  const look = (objects: string) => {
    const names = objects.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    found ??= actions.find(([, pattern]) => pattern.test(names))?.[0];
  };
  for (const stream of streamsIn(text)) {
    look(text.slice(at, stream.start));
    at = stream.end;
    const room = Math.min(limits.partBytes, limits.unpackedBytes - unpackedBytes);
    const content = unpacked(bytes, stream, room);
    if (content === 'too-large') return { found, isTooLarge: true };
    unpackedBytes += content?.length ?? 0;
    if (content && stream.dictionary.includes('/ObjStm')) look(content.toString('latin1'));
  }
  look(text.slice(at));
  return { found, isTooLarge: false };
}

interface PdfStream {
  readonly dictionary: string;
  readonly start: number;
  readonly end: number;
}

function* streamsIn(text: string): Generator<PdfStream> {
  let from = 0;
  for (;;) {
    const word = text.indexOf('stream', from);
    if (word < 0) return;
    from = word + 6;
    const start = text[from] === '\r' ? from + 2 : from + 1;
    const begins =
      /^\r?\n/.test(text.slice(from, from + 2)) && />>\s*$/.test(text.slice(Math.max(0, word - 20), word));
    if (!begins) continue;
    const end = text.indexOf('endstream', start);
    // A stream without an end hides nothing: what follows is looked at as objects.
    if (end < 0) return;
    const object = Math.max(text.lastIndexOf('obj', word), word - 4_000, 0);
    yield { dictionary: text.slice(object, word), start, end };
    from = end + 9;
  }
}

/** The content of a packed stream; undefined for what isn't packed, is damaged, or is a picture that nobody unpacks. */
function unpacked(bytes: Buffer, stream: PdfStream, room: number): Buffer | 'too-large' | undefined {
  const { dictionary, start, end } = stream;
  const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW)(?![A-Za-z])/g)?.length ?? 0;
  if (filters === 0 || /\/Subtype\s*\/Image(?![A-Za-z])/.test(dictionary)) return undefined;
  // Packed twice is how a few kilobytes become gigabytes; no program writes text so.
  if (filters > 1) return 'too-large';
  try {
    return inflateSync(bytes.subarray(start, end), { maxOutputLength: Math.max(1, room) });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLarge) return 'too-large';
    if (error instanceof Error && 'errno' in error) return undefined;
    throw error;
  }
}
