import { crc32 } from 'node:zlib';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AlteredReason, UnreadableReason } from './credential-check.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const keyword = 'openbadgecredential';
/** A length, a type and a checksum of four bytes each. */
const chunkFrame = 12;

type ImageRefusal = { readonly code: UnreadableReason | Extract<AlteredReason, 'image-checksum'> };

export function isPng(bytes: Uint8Array): boolean {
  return signature.equals(bytes.subarray(0, signature.length));
}

/** Bakes a credential into a PNG: an iTXt chunk before the end, as Open Badges 3.0 (5.3.1) says, uncompressed. */
export function bakePng(png: Uint8Array, credential: string): Buffer {
  const parts = chunksOf(png);
  const end = parts.ok ? parts.value.findIndex(({ type }) => type === 'IEND') : -1;
  if (!parts.ok || end < 0) throw new Error('Only a whole PNG can have a credential baked in.');
  const before =
    signature.length + parts.value.slice(0, end).reduce((sum, { data }) => sum + data.length + chunkFrame, 0);
  const bytes = Buffer.from(png);
  return Buffer.concat([bytes.subarray(0, before), textChunk(credential), bytes.subarray(before)]);
}

/** The credential in a PNG. Every checksum is compared: a byte that was changed anywhere in the file shows. */
export function readBakedPng(png: Uint8Array): Outcome<string, ImageRefusal> {
  const chunks = chunksOf(png);
  if (!chunks.ok) return chunks;
  const texts = chunks.value.filter(({ type, data }) => isText(type) && data.indexOf(`${keyword}\0`) === 0);
  const [found, ...more] = texts;
  if (!found) return refused({ code: 'nothing-baked' });
  if (more.length > 0) return refused({ code: 'several-baked' });
  if (found.type === 'zTXt') return refused({ code: 'baked-compressed' });
  const content = found.data.subarray(keyword.length + 1);
  if (found.type === 'tEXt') return done(content.toString('utf8'));
  if (content[0] !== 0) return refused({ code: 'baked-compressed' });
  const afterLanguage = content.indexOf(0, 2) + 1;
  const start = content.indexOf(0, afterLanguage) + 1;
  if (afterLanguage === 0 || start === 0) return refused({ code: 'image-broken' });
  return done(content.subarray(start).toString('utf8'));
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** All chunks, from the first to IEND, which has to be the end of the file. */
function chunksOf(png: Uint8Array): Outcome<readonly Chunk[], ImageRefusal> {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.length);
  const chunks: Chunk[] = [];
  if (!isPng(bytes)) return refused({ code: 'image-broken' });
  for (let at = signature.length; at < bytes.length; ) {
    if (at + chunkFrame > bytes.length) return refused({ code: 'image-broken' });
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return refused({ code: 'image-broken' });
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end))
      return refused({ code: 'image-checksum' });
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks.findIndex(({ type }) => type === 'IEND') === chunks.length - 1
    ? done(chunks)
    : refused({ code: 'image-broken' });
}

function isText(type: string): boolean {
  return type === 'iTXt' || type === 'tEXt' || type === 'zTXt';
}

/** Keyword, not compressed, no language, no translated keyword, then the text. */
function textChunk(credential: string): Buffer {
  const content = Buffer.from(`iTXt${keyword}\0\0\0\0\0${credential}`, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}
