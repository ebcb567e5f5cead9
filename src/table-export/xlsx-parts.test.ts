import { expect, it } from 'vitest';
import { columnLetters, sheetStart } from './xlsx-parts.ts';

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is called %s', (place, letters) => {
  expect(columnLetters(place)).toBe(letters);
});

it('the row of headings stays in sight', () => {
  expect(sheetStart([12], true)).toContain('<pane ySplit="1" topLeftCell="A2"');
});
