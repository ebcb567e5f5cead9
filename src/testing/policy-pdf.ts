import { deflateSync } from 'node:zlib';

/** A PDF of these objects, numbered from 1; the first is its catalog. */
export function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n', 'latin1')];
  const offsets: number[] = [];
  let length = pieces[0]?.length ?? 0;
  const add = (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
  };
  objects.forEach((object, place) => {
    offsets.push(length);
    add(Buffer.from(`${place + 1} 0 obj\n`));
    add(Buffer.from(object));
    add(Buffer.from('\nendobj\n'));
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
  add(Buffer.from(`${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(pieces);
}

/** A page for each list of lines; an empty line leaves a gap as between paragraphs. */
export function pagedPdf(pages: readonly (readonly string[])[]): Buffer {
  const kids = pages.map((_, place) => `${3 + place * 2} 0 R`).join(' ');
  const font = '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...pages.flatMap((lines, place) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources ${font} /Contents ${4 + place * 2} 0 R >>`,
      stream(Buffer.from(lines.map(shownLine).join('\n'), 'latin1')),
    ]),
  ]);
}

/** A one-page PDF whose content, or another packed part, unpacks to these bytes. */
export function flatePdf(content: Buffer, facts = ''): Buffer {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>',
    stream(deflateSync(content), `/Filter /FlateDecode ${facts}`),
  ]);
}

function shownLine(line: string, place: number): string {
  const text = line.replace(/[\\()]/g, '\\$&');
  return line === '' ? '' : `BT /F1 11 Tf 72 ${740 - place * 14} Td (${text}) Tj ET`;
}

function stream(content: Buffer, facts = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`<< /Length ${content.length} ${facts} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}
