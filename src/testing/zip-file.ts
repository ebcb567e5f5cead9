import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the archive says the part unpacks to, when it shall lie. */
  readonly saysBytes?: number;
  /** Sets the mark of a part protected with a password. */
  readonly protected?: boolean;
}

/** A zip file of these parts, also of the kinds that no honest program writes. */
export function zipFile(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content);
    const facts = factsOf(part, content, packed.length);
    const name = Buffer.from(part.name);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, uint16(name.length, 0), name]);
    const entry = Buffer.concat([
      Buffer.from('PK\x01\x02', 'latin1'),
      uint16(20),
      facts,
      uint16(name.length, 0, 0, 0, 0),
      uint32(0, offset),
      name,
    ]);
    files.push(local, packed);
    directory.push(entry);
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.concat([
    Buffer.from('PK\x05\x06', 'latin1'),
    uint16(0, 0, parts.length, parts.length),
    uint32(size, offset),
    uint16(0),
  ]);
  return Buffer.concat([...files, ...directory, end]);
}

/** The fields that local header and directory share: version, flags, method, time, checksum and sizes. */
function factsOf(part: ZipPart, content: Buffer, packedBytes: number): Buffer {
  return Buffer.concat([
    uint16(20, part.protected ? 1 : 0, 8, 0, 0x21),
    uint32(crc32(content), packedBytes, part.saysBytes ?? content.length),
  ]);
}

function uint16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    bytes.writeUInt16LE(value, index * 2);
  });
  return bytes;
}

function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    bytes.writeUInt32LE(value >>> 0, index * 4);
  });
  return bytes;
}
