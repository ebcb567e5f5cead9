import { expect, it } from 'vitest';
import { isFictional, shownWebsite } from './directory-entry.ts';

it.each([
  ['https://elmfork.gov/', 'elmfork.gov'],
  ['http://elmfork.gov', 'elmfork.gov'],
  ['https://elmfork.gov/police/', 'elmfork.gov/police'],
  ['HTTPS://elmfork.gov/police?a=b', 'elmfork.gov/police?a=b'],
])('%s is shown as %s', (url, shown) => {
  expect(shownWebsite(url)).toBe(shown);
});

it.each([
  ['https://elmfork.example', true],
  ['https://www.elmfork.EXAMPLE:8080/police', true],
  ['https://example.gov/elmfork.example', false],
  ['https://elmfork.example.gov', false],
  ['https://example.gov/?from=elmfork.example', false],
  [undefined, false],
])('an agency at %s is fictional: %s', (website, expected) => {
  expect(isFictional({ website })).toBe(expected);
});
