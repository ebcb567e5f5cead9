import { expect, it } from 'vitest';
import { isFictionalAddress } from './fictional-address.ts';

it.each([
  ['sergeant@elmfork.example', true],
  ['Sergeant@ElmFork.EXAMPLE', true],
  ['root@example', true],
  ['sergeant@elmfork.example.', true],
  ['sergeant@elmfork.example.gov', false],
  ['elmfork.example@agency.gov', false],
  ['someone@notexample', false],
  ['sergeant@example.gov', false],
])('%s is fictional: %s', (email, expected) => {
  expect(isFictionalAddress(email)).toBe(expected);
});
