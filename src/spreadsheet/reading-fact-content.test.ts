import { expect, it } from 'vitest';
import { nameFact, type ReadingFact } from './reading-fact.ts';
import { readingFactSentence } from './reading-fact-content.ts';

it.each<[ReadingFact, string]>([
  [
    { code: 'name-says-otherwise', says: 'xlsx', found: 'csv' },
    'The name ends in .xlsx, but the file is a text file. We read what it is.',
  ],
  [{ code: 'delimiter', delimiter: '\t', isDeclared: false }, 'The columns are separated by tabs.'],
  [
    {
      code: 'sheets-not-read',
      sheets: [
        { name: 'Old', hidden: true },
        { name: 'Notes', hidden: false },
      ],
    },
    'We did not read “Old” (hidden) and “Notes”. Choose another sheet if it holds the list.',
  ],
  [
    { code: 'sheets-alike', sheets: ['2022', '2023'] },
    '“2022” and “2023” have the same headings. Import each sheet that you need.',
  ],
  [{ code: 'headings-joined', rows: 2 }, 'The headings were put together from 2 rows.'],
  [{ code: 'lines-above', count: 1 }, 'There is one line above the headings.'],
  [
    {
      code: 'cells-in-trouble',
      trouble: { code: 'error', column: 27, cells: 1, rows: [5], text: '#N/A' },
    },
    '1 cell shows an error such as #N/A (column AB, row 5). We left it blank.',
  ],
  [
    {
      code: 'cells-in-trouble',
      trouble: { code: 'uncalculated', column: 3, cells: 1200, rows: [2, 3, 7], text: '' },
    },
    '1,200 formulas have no result in the file (column D, rows 2, 3, 7, and more). Open it in Excel, save it and choose it again.',
  ],
  [
    {
      code: 'cells-in-trouble',
      trouble: { code: 'digits-lost', column: 0, cells: 2, rows: [2, 4], text: '1.2E+10' },
    },
    '2 numbers were cut short to 1.2E+10 before the file was saved (column A, rows 2 and 4). Export the list again and don’t open it in Excel first.',
  ],
])('a person reads of %j', (fact, sentence) => {
  expect(readingFactSentence(fact)).toBe(sentence);
});

it.each([
  ['Roster.XLSX', 'xlsx', undefined],
  ['roster.xlsm', 'xlsx', undefined],
  ['roster.txt', 'csv', undefined],
  ['roster', 'xls', undefined],
  ['roster.2024', 'csv', undefined],
  ['roster.xlsx', 'csv', 'xlsx'],
  ['roster.tsv', 'xlsx', 'tsv'],
  ['roster.xls', 'web-page', 'xls'],
] as const)('%s of format %s lies by its ending: %s', (name, found, says) => {
  expect(nameFact(name, found)).toEqual(says && { code: 'name-says-otherwise', says, found });
});
