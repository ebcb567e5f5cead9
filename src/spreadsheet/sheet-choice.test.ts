import { describe, expect, it } from 'vitest';
import { readingOf } from '../testing/sheet-content.ts';
import { bookOf, bytesOf } from '../testing/sheetjs-file.ts';

describe('which of several sheets is read', () => {
  const list = (count: number) => [
    ['Name', 'Rank', 'Hired'],
    ...Array.from({ length: count }, (_, at) => [`Pat Example ${at}`, 'Officer', '3/5/2019']),
  ];
  const known = { isKnownHeading: (heading: string) => ['Name', 'Rank', 'Hired'].includes(heading) };

  it.each([
    ['2022', '2023', '2024'],
    ['Roster Jan 2024', 'Roster_Feb_2024', 'Roster March 2024'],
    ['2023-11', '2023-12', '2024-01'],
  ])('of %s, %s and %s it is the latest, and the others are named', async (...names) => {
    const book = bookOf({ [names[0]]: list(9), [names[1]]: list(5), [names[2]]: list(3) });
    const reading = await readingOf(bytesOf(book), known, 'staff.xlsx');
    expect(reading.sheet).toBe(names[2]);
    expect(reading.facts).toContainEqual({ code: 'sheets-alike', sheets: names.slice(0, 2) });
    await reading.close();
  });

  it('is a hidden one with the right headings rather than a visible list of something else', async () => {
    const codes = [
      ['Code', 'Meaning'],
      ['A', 'Active'],
      ['R', 'Retired'],
      ['L', 'On leave'],
    ];
    const book = bookOf({ Codes: codes, Data: list(2) });
    book.Workbook = { Sheets: [{}, { Hidden: 2 }] };
    const reading = await readingOf(bytesOf(book), known, 'staff.xlsx');
    expect(reading.sheet).toBe('Data');
    expect(reading.facts).toEqual([
      { code: 'sheet-hidden', sheet: 'Data' },
      { code: 'sheets-not-read', sheets: [{ name: 'Codes', hidden: false }] },
    ]);
    await reading.close();
  });

  it('is said, but not of sheets that hold nothing', async () => {
    const book = bookOf({ Staff: list(2), Sheet2: [], Cover: [['Ask the training office']] });
    const reading = await readingOf(bytesOf(book), known, 'staff.xlsx');
    expect(reading.facts).toEqual([{ code: 'sheets-not-read', sheets: [{ name: 'Cover', hidden: false }] }]);
    await reading.close();
  });
});
