import { expect, it } from 'vitest';
import { readingOf } from '../testing/sheet-content.ts';
import { troubleSentence } from './reading-fact-content.ts';
import type { SheetReading } from './sheet.ts';

async function readThrough(reading: SheetReading): Promise<void> {
  for await (const _ of reading.rows());
}

it('spoiled cells far below the first rows are counted to the last, and a few of their rows named', async () => {
  const lines = Array.from({ length: 3000 }, (_, at) => {
    const rank = at >= 1000 && at % 2 === 0 ? '#N/A' : 'Officer';
    const id = at === 2999 ? '1.2E+10' : String(at);
    return `${id},"Example, Alex",${rank},${at > 2500 ? '########' : '3/4/2015'}`;
  });
  const reading = await readingOf(`ID,Name,Rank,Hire Date\n${lines.join('\n')}\n`);
  expect(reading.troubles()).toEqual([]);
  await readThrough(reading);
  const all = [
    { code: 'digits-lost', column: 0, cells: 1, rows: [3001], text: '1.2E+10' },
    { code: 'error', column: 2, cells: 1000, rows: [1002, 1004, 1006], text: '#N/A' },
    { code: 'error', column: 3, cells: 499, rows: [2503, 2504, 2505], text: '########' },
  ];
  expect(reading.troubles()).toEqual(all);
  expect(reading.troubles().map(troubleSentence)[1]).toBe(
    '1,000 cells show an error such as #N/A (column C, rows 1002, 1004, 1006, and more). We left them blank.',
  );
  await readThrough(reading);
  expect(reading.troubles()).toEqual(all);
  await reading.close();
});
