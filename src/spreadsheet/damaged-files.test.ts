import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../testing/sheet-content.ts';
import { bookOf, bytesOf } from '../testing/sheetjs-file.ts';
import { writtenFile } from '../testing/written-file.ts';
import { openSheet } from './open-sheet.ts';
import { SheetUnreadable } from './read-refusal.ts';

const rows = [
  ['Employee ID', 'Name', 'Hired'],
  ...Array.from({ length: 40 }, (_, at) => [
    1000 + at,
    `Example ${at}, Pat`,
    { t: 'n', v: 43_000 + at, z: 'm/d/yyyy' },
  ]),
];
const page = `<html><body><table>${rows.map((row) => `<tr><td>${row.map(String).join('</td><td>')}</td></tr>`).join('')}</table></body></html>`;

/** Reads a file to its end: answers `read`, or the code it is refused with. Anything else it throws is a fault. */
async function outcomeOf(content: Uint8Array): Promise<string> {
  const opened = await openSheet(await writtenFile('roster', content), { limits: { seconds: 20 } });
  if (!opened.ok) return opened.refusal.code;
  try {
    await rowsOf(opened.value);
    return 'read';
  } catch (error) {
    if (error instanceof SheetUnreadable) return error.refusal.code;
    throw error;
  } finally {
    await opened.value.close();
  }
}

describe('a damaged file is read or refused, and never a fault of the program', () => {
  // Each file read in a thread of its own takes a while.
  it.each<[string, number, Buffer]>([
    ['an XLSX workbook', 40, bytesOf(bookOf({ Staff: rows }), 'xlsx', true)],
    ['an ODS workbook', 40, bytesOf(bookOf({ Staff: rows }), 'ods')],
    ['an XLSB workbook', 5, bytesOf(bookOf({ Staff: rows }), 'xlsb')],
    ['an old workbook', 5, bytesOf(bookOf({ Staff: rows }), 'biff8')],
    ['XML of Excel 2003', 5, bytesOf(bookOf({ Staff: rows }), 'xlml')],
    ['a web page', 5, Buffer.from(page)],
    [
      'a text in UTF-16',
      40,
      Buffer.from(`\uFEFF${rows.map((row) => row.join('\t')).join('\r\n')}`, 'utf16le'),
    ],
  ])('%s', { timeout: 60_000 }, async (_, numRuns, whole) => {
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 });
    const length = fc.oneof(fc.constant(whole.length), fc.nat(whole.length));
    await fc.assert(
      fc.asyncProperty(damage, length, async (bytes, kept) => {
        const file = Buffer.from(whole);
        for (const [at, byte] of bytes) file[at] = byte;
        expect(await outcomeOf(file.subarray(0, kept))).toMatch(/^[a-z-]+$/);
      }),
      { numRuns },
    );
  });
});
