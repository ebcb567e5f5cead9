import { constants, inflateRawSync } from 'node:zlib';

/** The ways a PDF packs or rewrites a part, pictures aside. */
export type PdfFilter = 'flate' | 'lzw' | 'run-length' | 'ascii85' | 'ascii-hex';

/** What a part unpacks to: whole, or only as far as there was room or as it is sound. */
export interface Unpacked {
  readonly content: Buffer;
  /** There was more than the room held. */
  readonly isTooLarge: boolean;
}

/** Undoes one filter. Never gives more than `room` bytes; what is damaged gives what comes before the damage. */
export function undoFilter(filter: PdfFilter, packed: Buffer, room: number): Unpacked {
  switch (filter) {
    case 'flate':
      return inflated(packed, room);
    case 'lzw':
      return written(room, (out) => unpackLzw(packed, out));
    case 'run-length':
      return written(room, (out) => unpackRuns(packed, out));
    case 'ascii85':
      return written(room, (out) => readAscii85(packed, out));
    case 'ascii-hex':
      return written(room, (out) => readHex(packed, out));
  }
}

/** Ends where the packed bytes say they end; what follows, and a wrong checksum, stop no reader either. */
function inflated(packed: Buffer, room: number): Unpacked {
  const whole = inflatedPrefix(packed, packed.length, room);
  if (whole) return whole;
  // Most damage lies near the start: so the sound beginning is felt for from there, and narrowed down.
  let [sound, damaged] = [0, 64];
  let best: Unpacked = { content: Buffer.alloc(0), isTooLarge: false };
  const isSound = (length: number) => {
    const prefix = inflatedPrefix(packed, length, room);
    if (prefix) [sound, best] = [length, prefix];
    return prefix !== undefined;
  };
  while (damaged < packed.length && isSound(damaged) && !best.isTooLarge) damaged *= 4;
  while (damaged - sound > 1 && !best.isTooLarge) {
    const middle = (sound + damaged) >>> 1;
    if (!isSound(middle)) damaged = middle;
  }
  return best;
}

/** Undefined where these bytes are damaged. */
function inflatedPrefix(packed: Buffer, length: number, room: number): Unpacked | undefined {
  try {
    const options = { maxOutputLength: Math.max(1, room), finishFlush: constants.Z_SYNC_FLUSH };
    return { content: inflateRawSync(packed.subarray(2, length), options), isTooLarge: false };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      return { content: Buffer.alloc(0), isTooLarge: true };
    }
    if ('errno' in error) return undefined;
    throw error;
  }
}

/** Takes bytes until its room is full; `put` answers false from then on. */
class Output {
  readonly #room: number;
  #bytes = Buffer.alloc(4_096);
  #length = 0;
  isTooLarge = false;

  constructor(room: number) {
    this.#room = room;
  }

  put(piece: Uint8Array): boolean {
    if (this.#length + piece.length > this.#room) {
      this.isTooLarge = true;
      return false;
    }
    if (this.#length + piece.length > this.#bytes.length) {
      const grown = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#length + piece.length));
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    this.#bytes.set(piece, this.#length);
    this.#length += piece.length;
    return true;
  }

  get content(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }
}

function written(room: number, work: (out: Output) => void): Unpacked {
  const out = new Output(room);
  work(out);
  return { content: out.content, isTooLarge: out.isTooLarge };
}

/** LZW as PDF and TIFF have it: codes of 9 to 12 bits, widened one code early. */
function unpackLzw(packed: Buffer, out: Output): void {
  let words: Uint8Array[] = [];
  let width = 9;
  let previous: Uint8Array | undefined;
  let bits = 0;
  let count = 0;
  for (const byte of packed) {
    bits = ((bits << 8) | byte) & 0xffffff;
    count += 8;
    if (count < width) continue;
    count -= width;
    const code = (bits >> count) & ((1 << width) - 1);
    if (code === 257) return;
    if (code === 256) {
      [words, width, previous] = [[], 9, undefined];
      continue;
    }
    const word = wordOf(code, words, previous);
    if (!word || !out.put(word)) return;
    if (previous && words.length < 4_096 - 258) words.push(joined(previous, word[0] ?? 0));
    previous = word;
    const next = words.length + 258 + 1;
    width = next >= 2_048 ? 12 : next >= 1_024 ? 11 : next >= 512 ? 10 : 9;
  }
}

function wordOf(code: number, words: readonly Uint8Array[], previous: Uint8Array | undefined) {
  if (code < 256) return Uint8Array.of(code);
  const known = words[code - 258];
  if (known) return known;
  return previous && code - 258 === words.length ? joined(previous, previous[0] ?? 0) : undefined;
}

function joined(word: Uint8Array, byte: number): Uint8Array {
  const longer = new Uint8Array(word.length + 1);
  longer.set(word);
  longer[word.length] = byte;
  return longer;
}

function unpackRuns(packed: Buffer, out: Output): void {
  let at = 0;
  for (;;) {
    const length = packed[at];
    if (length === undefined || length === 128) return;
    const isCopy = length < 128;
    const piece = isCopy
      ? packed.subarray(at + 1, at + 2 + length)
      : new Uint8Array(257 - length).fill(packed[at + 1] ?? 0);
    if (!out.put(piece)) return;
    at += isCopy ? length + 2 : 2;
  }
}

const isSpace = (byte: number) => byte <= 32;

function readAscii85(packed: Buffer, out: Output): void {
  let group: number[] = [];
  for (const byte of packed) {
    if (isSpace(byte)) continue;
    if (byte === 0x7a && group.length === 0) {
      if (!out.put(new Uint8Array(4))) return;
      continue;
    }
    if (byte < 0x21 || byte > 0x75) break;
    group.push(byte - 0x21);
    if (group.length < 5) continue;
    if (!out.put(fourBytes(group))) return;
    group = [];
  }
  if (group.length > 1) {
    const padded = [...group, 84, 84, 84, 84].slice(0, 5);
    out.put(fourBytes(padded).subarray(0, group.length - 1));
  }
}

function fourBytes(group: readonly number[]): Uint8Array {
  const value = group.reduce((sum, digit) => sum * 85 + digit, 0) % 2 ** 32;
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function readHex(packed: Buffer, out: Output): void {
  const end = packed.indexOf('>');
  const digits = packed.toString('latin1', 0, end < 0 ? packed.length : end).replace(/[^0-9A-Fa-f]/g, '');
  out.put(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'));
}
