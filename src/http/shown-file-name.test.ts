import { describe, expect, it } from 'vitest';
import { shownFileName } from './shown-file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\roster.csv', 'roster.csv'],
    ['ros\0ter.csv', 'roster.csv'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['two\r\nlines.csv', 'twolines.csv'],
    ['', 'file'],
    ['..\\', 'file'],
    ['警察 名簿.xlsx', '警察 名簿.xlsx'],
    ['half\ud83d.csv', 'half\ufffd.csv'],
  ])('%j is shown as %j', (sent, shown) => {
    expect(shownFileName(sent)).toBe(shown);
  });

  it('keeps its end when it is long, and no half characters', () => {
    const shown = shownFileName(`${'🚓'.repeat(300)}.csv`);
    expect(shown).toBe(`${'🚓'.repeat(146)}.csv`);
    expect(shown.isWellFormed()).toBe(true);
  });
});
