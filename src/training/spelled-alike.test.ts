import { describe, expect, it } from 'vitest';
import { isSpelledAlike } from './spelled-alike.ts';

const named = (family: string, given: string) => ({ family, given, middle: '', suffix: '' });

describe('two names', () => {
  it.each([
    ['ASH', 'mary', 'Ash', 'Mary', true],
    ["O'Ryll", 'Dana', 'O’RYLL', 'Dana', true],
    ['De La Quill', 'Dana', 'Delaquill', 'Dana', true],
    ['Ash', 'Mary Jane', 'Ash', 'Mary', true],
    ['Ńunez', 'Ana', 'N\u0301unez', 'Ana', true],
    ['Quill–Ash', 'Ana', 'Quill-Ash', 'Ana', true],
    ['Núnez', 'Ana', 'Nunez', 'Ana', false],
    ['Quill-Ash', 'Ana', 'Quill Ash', 'Ana', false],
    ['Ash', 'Jean-Luc', 'Ash', 'Jean', false],
    ['Ash', 'M', 'Ash', 'M', false],
  ])('%s, %s and %s, %s are spelled alike: %s', (family, given, otherFamily, otherGiven, alike) => {
    expect(isSpelledAlike(named(family, given), named(otherFamily, otherGiven))).toBe(alike);
  });
});
