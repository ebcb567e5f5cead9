const margin = 72;
const pageWidth = 612;
const pageHeight = 792;
const titleSize = 18;
const lineSize = 11;
const lineHeight = 18;

/**
 * A one-page PDF of a few lines, to be uploaded as an agreement, a policy or a certificate of attendance: a real file
 * that any reader opens. Lines are in the characters of ASCII; one that is wider than the page goes on in the next.
 */
export function simplePdf(title: string, lines: readonly string[]): Buffer {
  const set = [
    ...wrapped(title, titleSize).map((text) => ({ text, size: titleSize, height: 24 })),
    ...lines
      .flatMap((line) => wrapped(line, lineSize))
      .map((text) => ({ text, size: lineSize, height: lineHeight })),
  ];
  let y = pageHeight - margin;
  const shown = set
    .map(({ text, size, height }, place) => {
      y -= place === 0 ? 0 : height + (set[place - 1]?.size === size ? 0 : lineHeight);
      return `BT /F1 ${size} Tf ${margin} ${y} Td (${escaped(text)}) Tj ET`;
    })
    .join('\n');
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

/** The objects of a file, numbered from 1, with the table that says at which byte each begins. */
function assembled(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, place) => {
    const offset = text.length;
    text += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${entries}${trailer}`, 'latin1');
}

/** A text in lines that fit between the margins; a word wider than that stays whole. */
function wrapped(text: string, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) * size > pageWidth - 2 * margin) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The widths of Helvetica's letters in parts of their size, each class by its widest: never less than what is set. */
const letterWidths: readonly (readonly [RegExp, number])[] = [
  [/[ijl']/, 0.23],
  [/[ frtI.,:;!()[\]/\\-]/, 0.34],
  [/[mwMWGOQ%@+=<>~]/, 1.02],
  [/[A-Z&]/, 0.73],
];
const otherWidth = 0.56;

function widthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (letterWidths.find(([letters]) => letters.test(letter))?.[1] ?? otherWidth),
    0,
  );
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}
