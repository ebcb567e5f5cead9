const sha256Code = 0x12;

/** A SHA-256 (64 hex digits) as a multibase `u` multihash: how VC 2.0 writes `digestMultibase`. */
export function digestMultibase(sha256: string): string {
  const digest = Buffer.from(sha256, 'hex');
  return `u${Buffer.concat([Buffer.of(sha256Code, digest.length), digest]).toString('base64url')}`;
}

/** The SHA-256 in such a text, as 64 hex digits; undefined when it holds none. */
export function readDigestMultibase(text: string): string | undefined {
  const bytes = Buffer.from(text.slice(1), 'base64url');
  const [code, length] = bytes;
  if (!text.startsWith('u') || code !== sha256Code || length !== 32 || bytes.length !== 34) return undefined;
  return bytes.subarray(2).toString('hex');
}
