import { createHash } from 'node:crypto';

/** What bytes are derived for (RFC 7292, B.3). */
export type DerivedFor = 'encryption' | 'initial-vector' | 'mac';
const diversifiers: Readonly<Record<DerivedFor, number>> = { encryption: 1, 'initial-vector': 2, mac: 3 };

export type Pkcs12Hash = 'sha1' | 'sha256' | 'sha384' | 'sha512';
/** The bytes that each of them takes in at once. */
const blockBytes: Readonly<Record<Pkcs12Hash, number>> = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 };

export interface DerivedFrom {
  readonly hash: Pkcs12Hash;
  readonly password: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
}

/** Bytes out of a password as PKCS#12 derives them (RFC 7292, B.2), which nothing else does any more. */
export function derivedBytes(from: DerivedFrom, purpose: DerivedFor, length: number): Buffer {
  const block = blockBytes[from.hash];
  const start = Buffer.alloc(block, diversifiers[purpose]);
  const filling = Buffer.concat([
    filledTo(from.salt, block),
    filledTo(Buffer.from(`${from.password}\0`, 'utf16le').swap16(), block),
  ]);
  const derived: Buffer[] = [];
  for (let have = 0; have < length; ) {
    let digest = hashed(from.hash, start, filling);
    for (let turn = 1; turn < from.iterations; turn += 1) digest = hashed(from.hash, digest);
    derived.push(digest);
    have += digest.length;
    addToEachBlock(filling, filledTo(digest, block).subarray(0, block));
  }
  return Buffer.concat(derived).subarray(0, length);
}

function hashed(hash: Pkcs12Hash, ...parts: readonly Uint8Array[]): Buffer {
  const hashing = createHash(hash);
  for (const part of parts) hashing.update(part);
  return hashing.digest();
}

/** The bytes again and again until whole blocks are full. */
function filledTo(bytes: Uint8Array, block: number): Buffer {
  const length = Math.ceil(bytes.length / block) * block;
  return Buffer.alloc(length, bytes);
}

/** To each block, read as one large number, adds the other and one, without what runs over. */
function addToEachBlock(blocks: Buffer, added: Buffer): void {
  for (let start = 0; start < blocks.length; start += added.length) {
    let carry = 1;
    for (let place = added.length - 1; place >= 0; place -= 1) {
      carry += blocks.readUInt8(start + place) + added.readUInt8(place);
      blocks.writeUInt8(carry & 0xff, start + place);
      carry >>= 8;
    }
  }
}
