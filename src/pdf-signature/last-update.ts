/** A part of the file: from its first byte to the one behind its last. */
export interface FileSpan {
  readonly from: number;
  readonly to: number;
}

/** An update of ours holds four objects; one that lists more is not read on. */
const mostObjects = 64;
/** Headings of the table's sections, entries and the trailer of such an update. */
const mostTableBytes = 16 * 1024;

/**
 * The signature's object in the last incremental update, found as a reader finds it: from the end of the file to its
 * table of objects, and from there to the objects. Text elsewhere that looks like one, be it in a name, is not met.
 * Undefined where the file doesn't end as we write it.
 */
export function signatureInLastUpdate(bytes: Buffer): FileSpan | undefined {
  const [, xref] =
    /startxref\n(\d{1,10})\n%%EOF\n$/.exec(bytes.toString('latin1', Math.max(0, bytes.length - 64))) ?? [];
  if (xref === undefined) return undefined;
  const xrefAt = Number(xref);
  const offsets = offsetsIn(bytes.toString('latin1', xrefAt, xrefAt + mostTableBytes));
  const ends = [...offsets, xrefAt];
  const spans = offsets.map((from) => ({ from, to: Math.min(...ends.filter((end) => end > from)) }));
  return spans.find(({ from, to }) => isSignature(bytes, from, to));
}

/** Where the objects of a plain table lie. */
function offsetsIn(table: string): readonly number[] {
  const end = table.indexOf('trailer');
  if (!table.startsWith('xref\n') || end < 0) return [];
  return [...table.slice(0, end).matchAll(/^(\d{10}) \d{5} n/gm)]
    .slice(0, mostObjects)
    .map(([, offset]) => Number(offset));
}

function isSignature(bytes: Buffer, from: number, to: number): boolean {
  if (!(to <= bytes.length)) return false;
  return /^\d+ 0 obj\n<<\n\/Type \/Sig\n/.test(bytes.toString('latin1', from, from + 64));
}
