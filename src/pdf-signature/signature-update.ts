import { firstPageOf, NotPlainPdf, type PlainPdf, readPlainPdf } from './plain-pdf.ts';

/** What the signature's dictionary says; all of it is signed along. */
export interface SignatureFacts {
  /** The program's own entry: which document of which certificate this is. */
  readonly document: { readonly kind: string; readonly number: string };
  /** As a reader shows them. */
  readonly signer: string;
  readonly reason: string;
  readonly signedAt: Date;
}

/** A PDF with room for a signature: the bytes between `gap.from` and `gap.to` are `<000…>`. */
export interface UnsignedUpdate {
  readonly bytes: Buffer;
  readonly gap: { readonly from: number; readonly to: number };
}

/**
 * Appends a signature field as an incremental update: not a byte of the typesetter's file changes, so its tags stay.
 * The field shows nothing; PDF/UA asks of a field that is not hidden that it stand in the tree of tags. DocMDP says that
 * nothing may change after this signature, so that readers warn of it.
 */
export function signatureUpdate(
  file: Uint8Array,
  facts: SignatureFacts,
  signatureBytes: number,
): UnsignedUpdate {
  const pdf = readPlainPdf(file);
  const [signature, field, page] = [pdf.size, pdf.size + 1, firstPageOf(pdf)];
  const room = `<${'0'.repeat(signatureBytes * 2)}>`;
  const parts = [
    { object: page, body: pageWith(pdf, page, field) },
    { object: pdf.root, body: catalogWith(pdf, signature, field) },
    { object: field, body: fieldBody(signature, page) },
    { object: signature, body: signatureBody(facts, room) },
  ];
  let update = pdf.bytes.at(-1) === 0x0a ? '' : '\n';
  const offsets = new Map<number, number>();
  for (const { object, body } of parts) {
    offsets.set(object, pdf.bytes.length + update.length);
    update += `${object} 0 obj\n<<${body}>>\nendobj\n`;
  }
  const xrefAt = pdf.bytes.length + update.length;
  update += `${table(offsets)}trailer\n<<\n/Size ${pdf.size + 2}\n/Root ${pdf.root} 0 R\n${pdf.trailerEntries}\n/Prev ${pdf.xrefAt}\n>>\nstartxref\n${xrefAt}\n%%EOF\n`;
  const from = pdf.bytes.length + update.lastIndexOf(room);
  const to = from + room.length;
  const range = byteRange([0, from, to, pdf.bytes.length + update.length - to]);
  update = update.replace(rangeRoom, range);
  return { bytes: Buffer.concat([pdf.bytes, Buffer.from(update, 'latin1')]), gap: { from, to } };
}

/** As long as the longest range can be. */
const rangeRoom = byteRange([0, 9_999_999_999, 9_999_999_999, 9_999_999_999]);

function byteRange(range: readonly [number, number, number, number]): string {
  return `/ByteRange [${range.join(' ')}]`.padEnd('/ByteRange [0 9999999999 9999999999 9999999999]'.length);
}

function signatureBody({ document, signer, reason, signedAt }: SignatureFacts, room: string): string {
  return [
    '',
    '/Type /Sig',
    '/Filter /Adobe.PPKLite',
    '/SubFilter /ETSI.CAdES.detached',
    `/Name ${pdfString(signer)}`,
    `/Reason ${pdfString(reason)}`,
    `/M (D:${signedAt.toISOString().replace(/[-:T]|\.\d+/g, '')})`,
    `/OneMind << /Document /${document.kind} /Number ${pdfString(document.number)} >>`,
    '/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>]',
    rangeRoom,
    `/Contents ${room}`,
    '',
  ].join('\n');
}

function fieldBody(signature: number, page: number): string {
  return `\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (Signature)\n/TU (Digital signature)\n/V ${signature} 0 R\n/P ${page} 0 R\n/Rect [0 0 0 0]\n/F 2\n`;
}

function catalogWith(pdf: PlainPdf, signature: number, field: number): string {
  const catalog = pdf.dictionary(pdf.root);
  if (/\/(AcroForm|Perms)\b/.test(catalog))
    throw new NotPlainPdf('The PDF has a form or a signature already.');
  return `${catalog}/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>\n/Perms << /DocMDP ${signature} 0 R >>\n`;
}

function pageWith(pdf: PlainPdf, page: number, field: number): string {
  const dictionary = pdf.dictionary(page);
  const annotations = /\/Annots\s*\[/;
  if (annotations.test(dictionary)) return dictionary.replace(annotations, `/Annots [${field} 0 R `);
  if (/\/Annots\b/.test(dictionary))
    throw new NotPlainPdf('The annotations of the first page lie elsewhere.');
  return `${dictionary}/Annots [${field} 0 R]\n`;
}

/** A cross-reference table of these objects; each entry is 20 bytes with its line break. */
function table(offsets: ReadonlyMap<number, number>): string {
  const sections = [...offsets]
    .toSorted(([one], [other]) => one - other)
    .map(([object, offset]) => `${object} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  return `xref\n0 1\n0000000000 65535 f \n${sections.join('')}`;
}

/** A text as PDF writes it: ASCII as it stands, all else as UTF-16. */
function pdfString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}>`;
}
