import type { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { ReadLimits } from './read-limits.ts';
import { SheetUnreadable } from './read-refusal.ts';
import { textDecoding, wideEncoding } from './text-encoding.ts';

const pieceBytes = 64 * 1024;
const mostEntries = 10_000;
/** Sheets pack to a twentieth or so; past this only emptiness packs that well. */
const highestRatio = 250;
const ratioMatters = 100 * 1024 * 1024;
/** Parts that are read whole (lists of sheets, styles), never rows. */
const longestPart = 32 * 1024 * 1024;

/** A zip file whose parts are unpacked as they are read, never to disk. Throws `SheetUnreadable`. */
export interface ZipArchive {
  readonly names: readonly string[];
  /** What all parts together say they hold. */
  readonly unpackedBytes: number;
  has(name: string): boolean;
  bytes(name: string): AsyncGenerator<Buffer>;
  /** A part decoded in pieces; none when the part is missing. */
  chunks(name: string): AsyncGenerator<string>;
  /** A small part as a whole; '' when it is missing. */
  text(name: string): Promise<string>;
  close(): void;
}

/**
 * Opens a zip file after checking what it says it holds. While unpacking, no part outgrows what it said, and
 * after `signal` nothing more is unpacked.
 */
export async function openZip(path: string, limits: ReadLimits, signal: AbortSignal): Promise<ZipArchive> {
  const zip = await orCorrupt(openPromise(path, { autoClose: false, validateEntrySizes: true }));
  try {
    const entries = await entriesOf(zip, limits);
    return archive(zip, entries, () => {
      if (signal.aborted) throw new SheetUnreadable({ code: 'took-too-long', seconds: limits.seconds });
    });
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile, limits: ReadLimits): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  let packed = 0;
  if (zip.entryCount > mostEntries) throw expandsTooMuch(limits);
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName.toLowerCase(), entry);
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
    }
  } catch (error) {
    throw corrupt(error);
  }
  if (unpacked > limits.unpackedBytes) throw expandsTooMuch(limits);
  if (unpacked > ratioMatters && unpacked > packed * highestRatio) throw expandsTooMuch(limits);
  return entries;
}

function archive(zip: ZipFile, entries: ReadonlyMap<string, Entry>, checkTime: () => void): ZipArchive {
  async function* bytes(name: string): AsyncGenerator<Buffer> {
    if (!zip.isOpen) throw new Error('The workbook is closed.');
    const entry = entries.get(name.toLowerCase());
    if (!entry) return;
    for await (const chunk of unpacked(zip, entry)) {
      checkTime();
      yield chunk;
    }
  }
  async function* chunks(name: string): AsyncGenerator<string> {
    let decoding: ReturnType<typeof textDecoding> | undefined;
    for await (const chunk of bytes(name)) {
      decoding ??= textDecoding(wideEncoding(chunk.subarray(0, 64)) ?? 'utf-8');
      yield decoding.decode(chunk);
    }
    if (decoding) yield decoding.end();
  }
  return {
    names: [...entries.keys()],
    unpackedBytes: [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0),
    has: (name) => entries.has(name.toLowerCase()),
    bytes,
    chunks,
    async text(name) {
      if ((entries.get(name.toLowerCase())?.uncompressedSize ?? 0) > longestPart)
        throw new SheetUnreadable({ code: 'corrupt' });
      let text = '';
      for await (const chunk of chunks(name)) text += chunk;
      return text;
    },
    close: () => zip.close(),
  };
}

/** The bytes of an entry. One that holds more, or less, than it said is damaged or hostile. */
async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new SheetUnreadable({ code: 'encrypted' });
  let length = 0;
  try {
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    for await (const chunk of entry.compressionMethod === 8 ? inflated(packed) : packed) {
      length += chunk.length;
      if (length > entry.uncompressedSize) throw new SheetUnreadable({ code: 'corrupt' });
      yield chunk;
    }
  } catch (error) {
    throw corrupt(error);
  }
  if (length < entry.uncompressedSize) throw new SheetUnreadable({ code: 'corrupt' });
}

/** Node's zlib with larger pieces than yauzl's own stream gives: a third less time for a large sheet. */
async function* inflated(packed: Readable): AsyncGenerator<Buffer> {
  const stream = packed.pipe(createInflateRaw({ chunkSize: pieceBytes }));
  packed.on('error', (error) => stream.destroy(error));
  try {
    for await (const chunk of stream) yield chunk;
  } finally {
    packed.destroy();
    stream.destroy();
  }
}

async function orCorrupt<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (error) {
    throw corrupt(error);
  }
}

/** A fault of the disk stays what it is; every other fault while unpacking is the file's. */
function corrupt(error: unknown): unknown {
  if (error instanceof SheetUnreadable) return error;
  if (error instanceof Error && 'syscall' in error) return error;
  return new SheetUnreadable({ code: 'corrupt' }, { cause: error });
}

function expandsTooMuch(limits: ReadLimits): SheetUnreadable {
  return new SheetUnreadable({ code: 'expands-too-much', limit: limits.unpackedBytes });
}
