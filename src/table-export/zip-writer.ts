import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive. Its content is asked for when its turn has come. */
export interface ZipEntry {
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

interface WrittenEntry {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
}

/** Sizes and checksum follow the content (bit 3), and names are UTF-8 (bit 11). */
const flags = 0x0808;
const deflated = 8;
const version = 20;
/** 1 January 1980: an archive of the same rows is the same, byte for byte. */
const noDate = 0x0021;
const largestSize = 0xffff_ffff;

/**
 * A zip archive, made while it is read: of each entry only what zlib holds is in memory. An archive or an entry over
 * 4 GB is an error, not a broken file.
 */
export async function* zipOf(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: WrittenEntry[] = [];
  let offset = 0;
  for await (const { name, content } of entries) {
    const entry = { name: Buffer.from(name), offset };
    const head = Buffer.concat([
      signature(3, 4),
      uint16(version, flags, deflated, 0, noDate),
      uint32(0, 0, 0),
      uint16(entry.name.length, 0),
      entry.name,
    ]);
    yield head;
    const measure = { crc: 0, packed: 0, unpacked: 0 };
    for await (const block of packed(content, measure)) yield block;
    if (measure.packed > largestSize || measure.unpacked > largestSize)
      throw new Error(`${name} is larger than an archive of this kind can hold.`);
    yield Buffer.concat([signature(7, 8), uint32(measure.crc, measure.packed, measure.unpacked)]);
    written.push({ ...entry, ...measure });
    offset += head.length + measure.packed + 16;
    if (offset > largestSize) throw new Error('The archive is larger than one of this kind can be.');
  }
  yield directory(written, offset);
}

async function* packed(
  content: AsyncIterable<Buffer>,
  measure: { crc: number; packed: number; unpacked: number },
): AsyncGenerator<Buffer> {
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const block of content) {
      measure.crc = crc32(block, measure.crc);
      measure.unpacked += block.length;
      yield block;
    }
  }
  const stream = createDeflateRaw({ level: 5 });
  // A failure of the rows reaches the reader through the stream; a reader that goes away ends the rows.
  pipeline(Readable.from(measured(), { objectMode: false }), stream, () => undefined);
  for await (const block of stream) {
    measure.packed += block.length;
    yield block;
  }
}

function directory(entries: readonly WrittenEntry[], offset: number): Buffer {
  const listed = entries.map((entry) =>
    Buffer.concat([
      signature(1, 2),
      uint16(version, version, flags, deflated, 0, noDate),
      uint32(entry.crc, entry.packed, entry.unpacked),
      uint16(entry.name.length, 0, 0, 0, 0),
      uint32(0, entry.offset),
      entry.name,
    ]),
  );
  const size = listed.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([
    ...listed,
    signature(5, 6),
    uint16(0, 0, entries.length, entries.length),
    uint32(size, offset),
    uint16(0),
  ]);
}

function signature(one: number, two: number): Buffer {
  return Buffer.from([0x50, 0x4b, one, two]);
}

function uint16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [place, value] of values.entries()) bytes.writeUInt16LE(value, place * 2);
  return bytes;
}

function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [place, value] of values.entries()) bytes.writeUInt32LE(value, place * 4);
  return bytes;
}
