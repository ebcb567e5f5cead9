/** Tags of ASN.1 that a signature is made of. */
export const tag = {
  integer: 0x02,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** `[0]` with members. */
  context0: 0xa0,
} as const;

/** An element in DER: its tag, its length, and its contents one after the other. */
export function der(elementTag: number, ...contents: readonly Uint8Array[]): Buffer {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  return Buffer.concat([Buffer.from([elementTag, ...lengthBytes(length)]), ...contents]);
}

/** `1.2.840.113549.1.7.2` in DER. */
export function derOid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(tag.oid, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}

/** An element as it lies in a file. */
export interface DerElement {
  readonly tag: number;
  /** With tag and length. */
  readonly whole: Buffer;
  readonly content: Buffer;
}

/** The elements that follow one another in `bytes`; undefined when they aren't whole, or not DER. */
export function derElements(bytes: Buffer): readonly DerElement[] | undefined {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length; ) {
    const element = elementAt(bytes, at);
    if (!element) return undefined;
    elements.push(element);
    at += element.whole.length;
  }
  return elements;
}

/** The first element of `bytes`, whatever follows it. */
export function elementAt(bytes: Buffer, at: number): DerElement | undefined {
  const [elementTag, first] = [bytes[at], bytes[at + 1]];
  if (elementTag === undefined || first === undefined || first === 0x80 || first > 0x84) return undefined;
  const more = first > 0x80 ? first - 0x80 : 0;
  if (at + 2 + more > bytes.length) return undefined;
  const length = more === 0 ? first : bytes.readUIntBE(at + 2, more);
  const contentAt = at + 2 + more;
  if (contentAt + length > bytes.length || lengthBytes(length).length !== 1 + more) return undefined;
  return {
    tag: elementTag,
    whole: bytes.subarray(at, contentAt + length),
    content: bytes.subarray(contentAt, contentAt + length),
  };
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}

function base128(number: number): number[] {
  const bytes = [number & 0x7f];
  for (let rest = number >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}
