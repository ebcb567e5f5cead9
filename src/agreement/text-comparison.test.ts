import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from './text-comparison.ts';

const told = (old: string, now: string) =>
  compareTexts(old, now).map(({ is, text }) =>
    is === 'same' ? text : `${is === 'added' ? '+' : '-'}[${text}]`,
  );

describe('a text beside its later one', () => {
  it.each([
    [
      'Call 555-0101 at night.',
      'Call 555-0100 at night.',
      ['Call ', '-[555-0101]', '+[555-0100]', ' at night.'],
    ],
    [
      'Call (312) 555-0101 first, day or night.',
      'Call (312) 555-0100 first, day or night.',
      ['Call ', '-[(312) 555-0101]', '+[(312) 555-0100]', ' first, day or night.'],
    ],
    [
      'It costs $1,200.50 for a year.',
      'It costs $1,300.50 for a year.',
      ['It costs $', '-[1,200.50]', '+[1,300.50]', ' for a year.'],
    ],
    [
      'The liaison is kim@old.test by day.',
      'The liaison is kim@new.test by day.',
      ['The liaison is ', '-[kim@old.test]', '+[kim@new.test]', ' by day.'],
    ],
  ])('takes a number, an address and a phone number for one word: %s', (old, now, parts) => {
    expect(told(old, now)).toEqual(parts);
  });

  it('takes changed words with only spaces between them for one change', () => {
    expect(
      told(
        'Officers bring adults to the center at any hour of the day.',
        'Officers bring young people to the center at any hour of the day.',
      ),
    ).toEqual(['Officers bring ', '-[adults ]', '+[young people ]', 'to the center at any hour of the day.']);
  });

  it('shows a paragraph that was written anew whole, under the old one, and compares its neighbors by words', () => {
    const old = 'People in crisis are taken to the receiving center.\nCall the desk first.';
    const now = 'Both sides meet every month in turn at one of their offices.\nCall the night desk first.';
    const [first = '', second = ''] = old.split(/(?<=\n)/);
    expect(second).toBe('Call the desk first.');
    expect(compareTexts(old, now)).toEqual([
      { is: 'removed', text: first, isWhole: true },
      { is: 'added', text: 'Both sides meet every month in turn at one of their offices.\n', isWhole: true },
      { is: 'same', text: 'Call the ' },
      { is: 'added', text: 'night ' },
      { is: 'same', text: 'desk first.' },
    ]);
  });

  it('goes word by word as long as half of the words stay', () => {
    expect(compareTexts('one two three four', 'one two five six').some(({ isWhole }) => isWhole)).toBe(false);
    expect(compareTexts('one two three four', 'one seven five six').every(({ isWhole }) => isWhole)).toBe(
      true,
    );
  });

  it('says nothing else than the two texts', () => {
    const text = fc
      .array(fc.constantFrom('one', 'two ', '\n', ' ', '3-4', '.', 'é'))
      .map((bits) => bits.join(''));
    fc.assert(
      fc.property(text, text, (old, now) => {
        const without = (is: string) =>
          compareTexts(old, now)
            .flatMap((part) => (part.is === is ? [] : [part.text]))
            .join('');
        expect([without('added'), without('removed')]).toEqual([old, now]);
      }),
    );
  });
});
