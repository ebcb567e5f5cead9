import { describe, expect, it } from 'vitest';
import { withoutInvisibleSigns } from './invisible-signs.ts';

describe('signs that nobody sees', () => {
  it.each([
    ['Al\u200bex', 'Alex'],
    ['\u202eBaker', 'Baker'],
    ['\u2067Quill\u2069', 'Quill'],
    ['\ufeffMar\u00adlow\u2060', 'Marlow'],
    ['A\u200dd\u200ca', 'Ada'],
    ['\u200d412', '412'],
    ['\u200e3/5/2024', '3/5/2024'],
  ])('leave no blank behind: %j', (text, clean) => {
    expect(withoutInvisibleSigns(text)).toBe(clean);
  });

  it.each(['علی\u200cرضا', 'क्\u200dष', "Zoë O'Hare", '漢字 𐍈'])(
    'stay where they are spelling: %j',
    (text) => {
      expect(withoutInvisibleSigns(text)).toBe(text);
    },
  );
});
