import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex } from './name-index.ts';
import { nameLikeness } from './name-likeness.ts';
import { type PersonName, parseFullName } from './person-name.ts';

const named = (text: string): PersonName => {
  const name = parseFullName(text);
  if (!name) throw new Error(`${text} names nobody`);
  return name;
};

const pairs: readonly (readonly [string, string, string | undefined])[] = [
  ['Ash, Mary', 'MARY ASH', 'same'],
  ['Ash, Mary J.', 'Mary Jane Ash', 'same'],
  ['Ash, Mary', 'Mary Jane Ash Jr', 'same'],
  ['Ash, Mary Ann', 'Mary Beth Ash', 'middle-differs'],
  ['Ash Jr., Tom', 'Ash Sr., Tom', 'suffix-differs'],
  ['Ash, Robert', 'Ash, Bob', 'nickname'],
  ['Ash, Christopher', 'Ash, Topher', 'nickname'],
  ['Ash, Benedict', 'Ash, Bened', 'nickname'],
  ['Ash, R.', 'Ash, Robert', 'initial'],
  ['Ash', 'Ash, Robert', 'given-missing'],
  ['Marrowbone, Dana', 'Marrowbnoe, Dana', 'typing-slip'],
  ['Marrowbone, Dana', 'Marowbone, Dana', 'typing-slip'],
  ['Ash, Dnaa', 'Ash, Dana', 'typing-slip'],
  ['Ash, Mary', 'Ash-Birch, Mary', 'family-changed'],
  ['Ash, Mary', 'Mary Ash Birch', 'family-changed'],
  ['Ash, Kate', 'Ash-Birch, Kate', 'family-changed'],
  ['ASH MARY', 'Mary Ash', 'word-order'],
  ['Garcia Lopez, Maria', 'Maria Garcia Lopez', 'word-order'],
  ['Ash, Jan', 'Ash, Jon', undefined],
  ['Ash, Mary', 'Birch, Mary', undefined],
  ['Ash, Mary James', 'Birch, Mary James', undefined],
  ['De La Cruz, Mary', 'De La Rosa, Mary', undefined],
  ['Ash, Mary', 'Ash, Tom', undefined],
];

describe('two names are alike', () => {
  it.each(pairs)('%s and %s: %s', (one, other, likeness) => {
    expect(nameLikeness(named(one), named(other))).toBe(likeness);
    expect(nameLikeness(named(other), named(one))).toBe(likeness);
  });
});

describe('people are found by name among many', () => {
  it.each(pairs)('%s finds %s: %s', (one, other, likeness) => {
    const index = new NameIndex([named('Quillfeather, Zoe'), named(other)], (name) => name);
    expect(index.candidates(named(one)).map((candidate) => candidate.likeness)).toEqual(
      likeness ? [likeness] : [],
    );
  });

  it('nearest first', () => {
    const people = ['Ash-Birch, Mary', 'Ash, M.', 'Ash, Mary'].map(named);
    const found = new NameIndex(people, (name) => name).candidates(named('Mary Ash'));
    expect(found.map((candidate) => candidate.likeness)).toEqual(['same', 'initial', 'family-changed']);
  });

  it('whatever comparing everybody would find', () => {
    const family = fc.stringMatching(/^[abc]{3,9}$/);
    const given = fc.constantFrom('abc', 'abcd', 'bbcd', 'a');
    const name = fc.record({ family, given, middle: fc.constant(''), suffix: fc.constant('') });
    const slip = fc.tuple(family, fc.nat(9), fc.constantFrom('a', 'b', ''), fc.constantFrom(0, 1));
    const slipped = slip.map(([word, at, letter, left]) => ({
      people: { family: word, given: 'abc', middle: '', suffix: '' },
      sought: {
        family: word.slice(0, at) + letter + word.slice(at + left),
        given: 'abc',
        middle: '',
        suffix: '',
      },
    }));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), slipped, (others, { people, sought }) => {
        const everybody = [people, ...others];
        const found = new NameIndex(everybody, (person) => person).candidates(sought);
        const expected = everybody.filter((person) => nameLikeness(person, sought) !== undefined);
        expect(new Set(found.map(({ item }) => item))).toEqual(new Set(expected));
      }),
      { numRuns: 1_000 },
    );
  });
});
