import { describe, expect, it } from 'vitest';
import { readingOf, textsOf } from '../testing/sheet-content.ts';
import { bookOf, bytesOf } from '../testing/sheetjs-file.ts';

describe('lines that a program left whole in one column', () => {
  const lines = [
    'ID;Name;Rank',
    '00412;"Example; Pat";Officer',
    '00413;Sam Sample;',
    '00414;Lee Instance;Chief',
  ];
  const cut = [
    [2, '00412', 'Example; Pat', 'Officer'],
    [3, '00413', 'Sam Sample'],
    [4, '00414', 'Lee Instance', 'Chief'],
  ];

  it('are cut in a workbook', async () => {
    const book = bookOf({ Staff: lines.map((line) => [line]) });
    const reading = await readingOf(bytesOf(book), {}, 'staff.xlsx');
    expect(reading.headings).toEqual(['ID', 'Name', 'Rank']);
    expect(reading.facts).toEqual([{ code: 'lines-cut', delimiter: ';' }]);
    expect(await textsOf(reading)).toEqual(cut);
    await reading.close();
  });

  it('are cut in a text file, where each is in quotes', async () => {
    const quoted = lines.map((line) => `"${line.replaceAll('"', '""')}"`).join('\r\n');
    const reading = await readingOf(quoted);
    expect(reading.facts).toContainEqual({ code: 'lines-cut', delimiter: ';' });
    expect(await textsOf(reading)).toEqual(cut);
  });

  it('are not cut where one column is all there is', async () => {
    const reading = await readingOf('Name\n"Example, Pat"\n"Sample, Sam"\n');
    expect(await textsOf(reading)).toEqual([
      [2, 'Example, Pat'],
      [3, 'Sample, Sam'],
    ]);
  });
});
