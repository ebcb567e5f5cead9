import { crc32 } from 'node:zlib';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AlteredReason, UnreadableReason } from './credential-check.ts';
import type { CredentialKey } from './credential-key.ts';
import { type SealedPicture, sealOf, sealShape } from './picture-seal.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const keyword = 'openbadgecredential';
const sealKeyword = 'onemind-seal';
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

/** Seals a whole PNG: a tEXt chunk right before the end, signed over everything else. */
export function sealPng(png: Uint8Array, key: Pick<CredentialKey, 'privateKey'>): Buffer {
  const around = [png.subarray(0, -chunkFrame), png.subarray(-chunkFrame)] as const;
  const seal = chunk(Buffer.from(`tEXt${sealKeyword}\0${sealOf(around, key)}`, 'latin1'));
  return Buffer.concat([around[0], seal, around[1]]);
}

/** A credential as it was found in a picture. */
export interface BakedCredential {
  readonly text: string;
  /** Absent where no seal is in its place. */
  readonly sealed: SealedPicture | undefined;
}

/** The credential in a PNG. Every checksum is compared: a byte that was changed anywhere in the file shows. */
export function readBakedPng(png: Uint8Array): Outcome<BakedCredential, ImageRefusal> {
  const chunks = chunksOf(png);
  if (!chunks.ok) return chunks;
  const texts = chunks.value.filter(({ type, data }) => isText(type) && data.indexOf(`${keyword}\0`) === 0);
  const [found, ...more] = texts;
  if (!found) return refused({ code: 'nothing-baked' });
  if (more.length > 0) return refused({ code: 'several-baked' });
  if (found.type === 'zTXt') return refused({ code: 'baked-compressed' });
  const content = found.data.subarray(keyword.length + 1);
  const sealed = sealedIn(png, chunks.value);
  if (found.type === 'tEXt') return done({ text: content.toString('utf8'), sealed });
  if (content[0] !== 0) return refused({ code: 'baked-compressed' });
  const afterLanguage = content.indexOf(0, 2) + 1;
  const start = content.indexOf(0, afterLanguage) + 1;
  if (afterLanguage === 0 || start === 0) return refused({ code: 'image-broken' });
  return done({ text: content.subarray(start).toString('utf8'), sealed });
}

/** The seal has one place only: the last chunk before the end. */
function sealedIn(png: Uint8Array, chunks: readonly Chunk[]): SealedPicture | undefined {
  const last = chunks.at(-2);
  const [word, seal = '', ...more] = last?.type === 'tEXt' ? last.data.toString('latin1').split('\0') : [];
  if (!last || word !== sealKeyword || !sealShape.test(seal) || more.length > 0) return undefined;
  const from = png.length - chunkFrame - (last.data.length + chunkFrame);
  return { around: [png.subarray(0, from), png.subarray(-chunkFrame)], seal };
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
  return isPicture(chunks) ? done(chunks) : refused({ code: 'image-broken' });
}

/** Head, picture and end stand where they must; nothing follows the end. */
function isPicture(chunks: readonly Chunk[]): boolean {
  const types = chunks.map(({ type }) => type);
  const isHeaded = types[0] === 'IHDR' && chunks[0]?.data.length === 13;
  return isHeaded && types.includes('IDAT') && types.indexOf('IEND') === types.length - 1;
}

function isText(type: string): boolean {
  return type === 'iTXt' || type === 'tEXt' || type === 'zTXt';
}

/** Keyword, not compressed, no language, no translated keyword, then the text. */
function textChunk(credential: string): Buffer {
  return chunk(Buffer.from(`iTXt${keyword}\0\0\0\0\0${credential}`, 'utf8'));
}

/** Type and data with their length and checksum. */
function chunk(content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}
