const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const values = new Map(Array.from(alphabet, (sign, value) => [sign, BigInt(value)]));

/** Base58 with the Bitcoin alphabet, as multibase `z` and data integrity proofs write bytes. */
export function base58(bytes: Uint8Array): string {
  let rest = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; rest > 0n; rest /= 58n) text = alphabet.charAt(Number(rest % 58n)) + text;
  return '1'.repeat(leading(bytes, (byte) => byte === 0)) + text;
}

/** The bytes behind such a text; undefined when another sign is in it. For short texts: its work grows with their square. */
export function readBase58(text: string): Uint8Array | undefined {
  let whole = 0n;
  for (const sign of text) {
    const value = values.get(sign);
    if (value === undefined) return undefined;
    whole = whole * 58n + value;
  }
  const hex = whole === 0n ? '' : whole.toString(16);
  const zeros = leading(Array.from(text), (sign) => sign === '1');
  return new Uint8Array([...new Uint8Array(zeros), ...Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')]);
}

function leading<Item>(items: Iterable<Item>, is: (item: Item) => boolean): number {
  let count = 0;
  for (const item of items) {
    if (!is(item)) break;
    count += 1;
  }
  return count;
}
