import { expect, it } from 'vitest';
import { personName } from './person-name-field.ts';

const field = personName('Enter your name', 'Use 100 letters or fewer');

it.each([
  ['Dana Birch\r\n\r\nPay here: x', 'Dana Birch Pay here: x'],
  ['Dana\u001b[31m', 'Dana [31m'],
  ['\u202eDana', 'Dana'],
  ['  José  ', 'José'],
])('a name is one line of letters: %j is kept as %j', (typed, kept) => {
  expect(field.parse(typed)).toBe(kept);
});

it('a name of control characters alone is none', () => {
  expect(field.safeParse('\u0001\n').error?.issues[0]?.message).toBe('Enter your name');
});
