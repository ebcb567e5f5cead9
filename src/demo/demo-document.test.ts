import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { simplePdf } from './demo-document.ts';

/** Each piece of text on the first page: what it says, and where it ends on the right and stands from below. */
async function linesOf(pdf: Buffer) {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  try {
    const page = await (await loading.promise).getPage(1);
    const { items } = await page.getTextContent();
    return items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [left, bottom]: readonly number[] = item.transform.slice(4);
      return [{ text: item.str, right: (left ?? 0) + item.width, bottom: bottom ?? 0 }];
    });
  } finally {
    await loading.destroy();
  }
}

const sentence =
  'Every WORKING month the MEMORANDUM of both sides names a liaison, shares training, and looks at hard calls together.';

describe('a document of the demonstration', () => {
  it('keeps every line between its margins, and every word of it', async () => {
    const title = 'Agreement with the Maple Narrows Counseling and Community Recovery Center';
    const lines = await linesOf(simplePdf(title, [sentence, sentence.toUpperCase(), 'Short.']));
    for (const { text, right } of lines) expect(right, text).toBeLessThanOrEqual(612 - 72);
    expect(lines.map(({ text }) => text).join(' ')).toBe(
      [title, sentence, sentence.toUpperCase(), 'Short.'].join(' '),
    );
    const heights = lines.map(({ bottom }) => bottom);
    expect(heights).toEqual(heights.toSorted((one, other) => other - one));
    expect(new Set(heights).size).toBe(lines.length);
  });

  it('leaves a line whole that fits', async () => {
    const fitting = '5. Officers wait for a second unit, keep their distance and take time.';
    expect((await linesOf(simplePdf('Order', [fitting]))).map(({ text }) => text)).toEqual([
      'Order',
      fitting,
    ]);
  });
});
