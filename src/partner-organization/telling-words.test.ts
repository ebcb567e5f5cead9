import { describe, expect, it } from 'vitest';
import { mayBeOne, tellingWords } from './telling-words.ts';

describe('two names that look alike', () => {
  it.each([
    ['a typing error apart', 'Harlow Springs Crisis Center', 'Harlow Sprigns Crisis Centre', true],
    ['without an accent', 'Clínica Ramírez', 'Clinica Ramirez', true],
    [
      'of another place',
      'Elm Fork County Behavioral Health',
      'Harlow Springs County Behavioral Health',
      false,
    ],
    ['that share one word of two', 'Cedar Bend Behavioral Health', 'Sorrel Bend Behavioral Health', false],
    ['of short names', 'Elm County Crisis Line', 'Oak County Crisis Line', false],
    ['one with more to it', 'Tamarack Behavioral Health', 'Tamarack Valley Behavioral Health', true],
    [
      'of words that everybody shares',
      'Community Mental Health Center',
      'Community Mental Health Services',
      true,
    ],
  ])('%s', (_case, one, other, expected) => {
    expect(mayBeOne(one, other)).toBe(expected);
    expect(mayBeOne(other, one)).toBe(expected);
  });

  it('are told apart by what the field does not share', () => {
    expect(tellingWords('The Saint Élodie Community Mental Health Center')).toEqual(['saint', 'elodie']);
  });
});
