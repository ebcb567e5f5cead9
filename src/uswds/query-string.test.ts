import { describe, expect, it } from 'vitest';
import { withQuery } from './query-string.ts';

describe('an address with other query values', () => {
  it.each([
    ['/a', { page: '2' }, '/a?page=2'],
    ['/a?page=2', { page: undefined }, '/a'],
    ['/a?q=b%26c&page=2', { page: '3' }, '/a?q=b%26c&page=3'],
    ['/a?q=where%3Fnow', { sort: 'name' }, '/a?q=where%3Fnow&sort=name'],
    ['/a?q=what?', { sort: 'name' }, '/a?q=what%3F&sort=name'],
  ])('%s with %j is %s', (href, changes, result) => {
    expect(withQuery(href, changes)).toBe(result);
  });
});
