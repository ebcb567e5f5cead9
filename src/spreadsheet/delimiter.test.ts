import { describe, expect, it } from 'vitest';
import { declaredDelimiter, detectDelimiter } from './delimiter.ts';

describe('the delimiter of a text', () => {
  it.each([
    [',', 'a,b,c\n1,2,3\n'],
    [';', 'Name;Hours\n"Doe, Pat";40,5\nRoe, Sam;8,0\n'],
    ['\t', 'Name\tCourse\nDoe, Pat\tLaw, Part 2\nRoe, Sam\tLaw, Part 1\n'],
    ['|', 'Name|Course\nDoe, Pat|CIT\n'],
    [',', 'Name\nPat\nSam\n'],
    [',', 'Report; printed 3/5/2024\n\nName,Course\nPat,CIT\nSam,CIT\n'],
    [',', 'Name,Notes\nPat,"one; two; three; four"\nSam,"one; two"\n'],
    [';', 'Training report, 2024\n\nName;Course;Hours\nPat;CIT;40\nSam;CIT;40\n'],
    [',', 'ID,Name,Note\n1,Pat,a;b;c;d;e;f;g;h;i;j;k\n'],
    ['\t', 'ID\tName\tNote\n"x,\r,"\tx\tx\nx,\t"x\na"\tx,\n'],
    [',', ''],
  ])('is %j in %j', (delimiter, text) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it.each([
    ['sep=;\r\na;b', { delimiter: ';', length: 7 }],
    ['"sep=|"\na|b', { delimiter: '|', length: 8 }],
    ['sep,a\n', undefined],
  ])('may be declared in the first line: %j', (text, expected) => {
    expect(declaredDelimiter(text)).toEqual(expected);
  });
});
