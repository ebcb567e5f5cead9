import { describe, expect, it } from 'vitest';
import { cellFromText } from './cell.ts';
import { findHeaderRow, type HeaderHints } from './header-row.ts';
import type { SheetRow } from './sheet.ts';

/** The rows of a text with `|` between cells; blank lines are left out but counted. */
function rowsOf(text: string): SheetRow[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    return [{ number: index + 1, cells: line.split('|').map(cellFromText) }];
  });
}

function isKnown(known: readonly string[]): HeaderHints {
  return known.length === 0 ? {} : { isKnownHeading: (heading) => known.includes(heading) };
}

function headerRowOf(text: string, known: readonly string[] = []): number | undefined {
  const rows = rowsOf(text);
  const found = findHeaderRow(rows, isKnown(known));
  return found === undefined ? undefined : rows[found]?.number;
}

const dated = ['1001|Example|Pat|3/5/2024', '1002|Sample|Sam|3/6/2024', '1003|Instance|Lee|3/7/2024'].join(
  '\n',
);
const worded = ['Example|Pat|Patrol|Day', 'Sample|Sam|Patrol|Night', 'Instance|Lee|Traffic|Day'].join('\n');

describe('the row of headings', () => {
  it.each<[string, number | undefined, string]>([
    ['is the first row', 1, `ID|Last|First|Hired\n${dated}`],
    ['is found over rows of words only', 1, `Last|First|Unit|Shift\n${worded}`],
    ['stands below a title', 3, `Roster of sworn staff\n\nID|Last|First|Hired\n${dated}`],
    [
      'stands below a title and parameters of two cells',
      6,
      `Training report\nFrom:|1/1/2024\nTo:|12/31/2024\nUnit:|All\n\nID|Last|First|Hired\n${dated}`,
    ],
    ['stands below parameters of words', 3, `Report|Training\nUnit|All\nLast|First|Unit|Shift\n${worded}`],
    ['may be followed by a blank row', 1, `ID|Last|First|Hired\n\n${dated}`],
    ['may hold a gap', 1, `ID|Last||Hired\n${dated}`],
    [
      'may repeat headings',
      1,
      `Name|Name|Date|Date\nExample|Pat|1/2/2020|3/4/2021\nSample|Sam|1/3/2020|3/5/2021`,
    ],
    [
      'may be printed again on each page',
      1,
      `Last|First|Unit|Shift\n${worded}\nLast|First|Unit|Shift\n${worded}`,
    ],
    ['may have one column', 1, 'Course\nCrisis Intervention\nMental Health First Aid'],
    ['may have no rows below it', 1, 'ID|Last|First|Hired'],
    ['may have a single row below it', 2, 'Roster\nLast|First|Unit|Shift\nExample|Pat|Patrol|Day'],
    ['may hold years', 1, 'Unit|Supervisor|2022|2023|2024\nPatrol|Example|4|5|6\nTraffic|Sample|1|2|3'],
    ['is missing where rows of data come at once', undefined, dated],
    ['is missing where words repeat below', undefined, worded],
    ['is missing where ids and words come at once', undefined, 'A1001|Example|Day\nA1002|Sample|Day'],
    [
      'is missing where e-mail addresses come at once',
      undefined,
      'Pat|pat@example.org|CIT\nSam|sam@example.org|CIT',
    ],
    [
      'is missing where words and dates come at once',
      undefined,
      'Doe|Jane|Patrol|3/5/2019\nRoe|Sam|Traffic|3/6/2019',
    ],
    ['is missing in prose', undefined, 'Dear Chief,\nplease find the list attached.\nYours, Pat'],
  ])('%s', (_, expected, text) => {
    expect(headerRowOf(text)).toBe(expected);
  });

  it('is missing where the caller knows none of the words', () => {
    expect(headerRowOf('Jane Doe|Officer\nSam Roe|Sergeant', ['Name', 'Rank'])).toBeUndefined();
    expect(headerRowOf('Nombre|Rango|Fecha\nSam Roe|Sergeant|3/5/2020', ['Name', 'Rank'])).toBe(1);
  });

  it.each<[string, number, string]>([
    ['over rows of words that look like it', 2, `Alpha|Beta|Gamma|Delta\nLast|First|Unit|Shift\n${worded}`],
    ['also without any rows below', 3, 'Report|Training\nPrinted|Monday\nLast|First'],
    ['below a long preamble', 9, `${'Note|Value\n'.repeat(8)}Last|First|Unit|Shift\n${worded}`],
  ])('is told by headings the caller knows, %s', (_, expected, text) => {
    expect(headerRowOf(text, ['Last', 'First', 'Unit', 'Shift'])).toBe(expected);
  });
});
