import { describe, expect, test } from 'vitest';
import { sameSitePath, withNext } from './same-site-path.ts';

describe('where a person goes on after signing in', () => {
  test.each([['/account'], ['/workspace/springfield-police/roster?page=2'], ['/workspace/a#members'], ['/']])(
    '%s stays within the site and is kept',
    (path) => {
      expect(sameSitePath(path)).toBe(path);
    },
  );

  test.each([
    ['https://evil.example/'],
    ['//evil.example'],
    ['/\\evil.example'],
    ['\\\\evil.example'],
    ['/\t/evil.example'],
    ['/.//evil.example'],
    ['/%2e//evil.example'],
    ['javascript:alert(1)'],
    ['evil.example'],
    [''],
    [undefined],
    [`/${'a'.repeat(2000)}`],
  ])('%s leads elsewhere and is dropped', (path) => {
    expect(sameSitePath(path)).toBeUndefined();
  });

  test.each([['/sign-in'], ['/sign-in/link/abc'], ['/sign-out'], ['/x/../sign-out']])(
    '%s would lead back into signing in or out and is dropped',
    (path) => {
      expect(sameSitePath(path)).toBeUndefined();
    },
  );

  test('a path that only begins like signing in is kept', () => {
    expect(sameSitePath('/sign-interpreters')).toBe('/sign-interpreters');
  });

  test('the place to go on to is escaped in the query', () => {
    expect(withNext('/sign-in', '/a?b=1&c=2')).toBe('/sign-in?next=%2Fa%3Fb%3D1%26c%3D2');
    expect(withNext('/sign-in', undefined)).toBe('/sign-in');
  });
});
