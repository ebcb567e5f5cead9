import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** `mixed`: not valid UTF-8 throughout; each line that isn't is read as Windows-1252. `macintosh`: MacRoman. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'mixed' | 'macintosh';

export interface TextDecoding {
  decode(bytes: Buffer): string;
  end(): string;
}

/** UTF-16 shows in its first bytes; undefined means a byte-wise encoding, to be told apart by `Utf8Check`. */
export function wideEncoding(start: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const pairs = start.length >> 1;
  let zeroFirst = 0;
  let zeroSecond = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (start[pair * 2] === 0) zeroFirst++;
    if (start[pair * 2 + 1] === 0) zeroSecond++;
  }
  // Spreadsheets hold enough ASCII (delimiters, digits, line ends) that a third of all units has a zero half.
  if (zeroSecond * 3 > pairs && zeroFirst * 20 < pairs) return 'utf-16le';
  if (zeroFirst * 3 > pairs && zeroSecond * 20 < pairs) return 'utf-16be';
  return undefined;
}

/** Whether bytes that arrive in pieces are valid UTF-8 as a whole. */
export class Utf8Check {
  #rest: Buffer = Buffer.alloc(0);
  #valid = true;

  add(bytes: Buffer): void {
    if (!this.#valid) return;
    const joined = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes;
    const whole = wholeCharacters(joined);
    this.#valid = isUtf8(joined.subarray(0, whole));
    this.#rest = Buffer.from(joined.subarray(whole));
  }

  get valid(): boolean {
    return this.#valid && this.#rest.length === 0;
  }
}

/** How many leading bytes hold only complete UTF-8 characters, when the rest is the start of one. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back < length ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Decodes text that arrives in pieces. Byte order marks and NUL characters are left out. */
export function textDecoding(encoding: TextEncoding): TextDecoding {
  if (encoding === 'mixed') return mixedDecoding();
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  return {
    decode: (bytes) => decoder.write(bytes),
    end: () => decoder.end() ?? '',
  };
}

function mixedDecoding(): TextDecoding {
  let rest: Buffer = Buffer.alloc(0);
  return {
    decode(bytes) {
      const joined = Buffer.concat([rest, bytes]);
      const whole = Math.max(joined.lastIndexOf(10), joined.lastIndexOf(13)) + 1;
      rest = joined.subarray(whole);
      return decodeLines(joined.subarray(0, whole));
    },
    end: () => decodeLines(rest),
  };
}

function decodeLines(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  let text = '';
  for (let start = 0; start < bytes.length; ) {
    const end = lineEnd(bytes, start);
    const line = bytes.subarray(start, end);
    text += isUtf8(line) ? line.toString('utf8') : iconv.decode(withoutMark(line), 'win1252');
    start = end;
  }
  return text.replace(/^\uFEFF/, '');
}

/** A byte order mark of UTF-8 stands at the start of the file whatever its lines hold. */
function withoutMark(line: Buffer): Buffer {
  return line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
}

function lineEnd(bytes: Buffer, start: number): number {
  for (let at = start; at < bytes.length; at++) if (bytes[at] === 10 || bytes[at] === 13) return at + 1;
  return bytes.length;
}
