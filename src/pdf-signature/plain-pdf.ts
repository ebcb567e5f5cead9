/** A PDF as the typesetter writes it: one plain cross-reference table, no object streams, nothing encrypted. */
export interface PlainPdf {
  readonly bytes: Buffer;
  /** Where the cross-reference table begins. */
  readonly xrefAt: number;
  /** How many object numbers are taken. */
  readonly size: number;
  readonly root: number;
  /** Entries of the trailer that a later one repeats: `/Info 51 0 R` and `/ID […]`. */
  readonly trailerEntries: string;
  /** The dictionary of an object, between its outermost brackets; bytes as Latin-1. */
  dictionary(object: number): string;
}

/** The file is none that the typesetter wrote. */
export class NotPlainPdf extends Error {
  override readonly name = 'NotPlainPdf';
}

/** An entry of the cross-reference table is 20 bytes. */
const entryBytes = 20;

/** Throws NotPlainPdf. */
export function readPlainPdf(file: Uint8Array): PlainPdf {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const ending = bytes.toString('latin1', Math.max(0, bytes.length - 64));
  const xrefAt = Number(found(/startxref\s+(\d+)\s+%%EOF\s*$/, ending, 'no end'));
  const table = bytes.toString('latin1', xrefAt);
  const heading = /^xref\s+0 (\d+)\s+/.exec(table);
  if (!heading) throw new NotPlainPdf('The PDF has no plain table of its objects.');
  const trailer = found(/trailer\s*<<([\s\S]*)>>\s*startxref/, table, 'no trailer');
  const size = Number(found(/\/Size (\d+)/, trailer, 'no size'));
  if (Number(heading[1]) !== size) throw new NotPlainPdf('The PDF has more than one table of its objects.');
  const entriesAt = xrefAt + heading[0].length;
  return {
    bytes,
    xrefAt,
    size,
    root: Number(found(/\/Root (\d+) 0 R/, trailer, 'no root')),
    trailerEntries: [/\/Info \d+ 0 R/, /\/ID\s*\[[^\]]*\]/]
      .map((entry) => entry.exec(trailer)?.[0] ?? '')
      .filter((entry) => entry !== '')
      .join('\n'),
    dictionary: (object) => dictionaryAt(bytes, entriesAt + object * entryBytes, object),
  };
}

/** The first page, through the tree of pages. */
export function firstPageOf(pdf: PlainPdf): number {
  let node = Number(found(/\/Pages (\d+) 0 R/, pdf.dictionary(pdf.root), 'no pages'));
  for (let depth = 0; depth < 16; depth += 1) {
    const dictionary = pdf.dictionary(node);
    if (/\/Type\s*\/Page\b/.test(dictionary)) return node;
    node = Number(found(/\/Kids\s*\[\s*(\d+) 0 R/, dictionary, 'no first page'));
  }
  throw new NotPlainPdf('The PDF has no first page.');
}

function dictionaryAt(bytes: Buffer, entryAt: number, object: number): string {
  const entry = bytes.toString('latin1', entryAt, entryAt + entryBytes);
  const offset = Number(found(/^(\d{10}) 00000 n/, entry, `no object ${object}`));
  const end = bytes.indexOf('endobj', offset, 'latin1');
  const text = bytes.toString('latin1', offset, end);
  return found(new RegExp(`^${object} 0 obj\\s*<<([\\s\\S]*)>>\\s*$`), text, `no dictionary ${object}`);
}

function found(pattern: RegExp, text: string, otherwise: string): string {
  const [, group] = pattern.exec(text) ?? [];
  if (group === undefined) throw new NotPlainPdf(`The PDF has ${otherwise}.`);
  return group;
}
