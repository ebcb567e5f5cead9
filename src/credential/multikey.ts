import { base58, readBase58 } from './base58.ts';

/** What goes before the 32 bytes of an Ed25519 key: in DER (RFC 8410), and in a Multikey (multicodec 0xed). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const multicodecPrefix = Buffer.from('ed01', 'hex');
const keyBytes = 32;

/** A public Ed25519 key (SubjectPublicKeyInfo) as a Multikey writes it: `z6Mk…`. */
export function multikeyOf(spki: Uint8Array): string {
  return `z${base58(Buffer.concat([multicodecPrefix, rawKeyOf(spki)]))}`;
}

/** The SubjectPublicKeyInfo behind a Multikey; undefined when it is none of an Ed25519 key. */
export function readMultikey(text: string): Uint8Array | undefined {
  if (!/^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/.test(text)) return undefined;
  const bytes = Buffer.from(readBase58(text.slice(1)) ?? []);
  const isKey = bytes.length === multicodecPrefix.length + keyBytes && bytes.indexOf(multicodecPrefix) === 0;
  return isKey ? Buffer.concat([spkiPrefix, bytes.subarray(multicodecPrefix.length)]) : undefined;
}

/** The 32 bytes of an Ed25519 key themselves. */
export function rawKeyOf(spki: Uint8Array): Uint8Array {
  const bytes = Buffer.from(spki);
  if (bytes.length !== spkiPrefix.length + keyBytes || bytes.indexOf(spkiPrefix) !== 0)
    throw new Error('A key for credentials has to be an Ed25519 key.');
  return bytes.subarray(spkiPrefix.length);
}
