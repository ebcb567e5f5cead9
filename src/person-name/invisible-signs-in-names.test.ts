import { describe, expect, it } from 'vitest';
import { foldText, foldWord, foldWords } from './name-folding.ts';
import { nameKey, parseFullName, personName } from './person-name.ts';

describe('signs that nobody sees', () => {
  it('are no part of a name in one cell', () => {
    expect(parseFullName('\u202eBaker, Al\u200bex\u2069 \u00adM.')).toEqual({
      family: 'Baker',
      given: 'Alex',
      middle: 'M.',
      suffix: '',
    });
  });

  it('are no part of a name in separate columns', () => {
    const written = personName({ family: '\u2067Ba\u2060ker', given: '\ufeffAl\u200dex' });
    expect(written).toMatchObject({ family: 'Baker', given: 'Alex' });
    expect(written && nameKey(written)).toBe('baker|alex');
  });

  it('do not keep two spellings apart', () => {
    expect(foldText('Al\u200bex')).toBe('alex');
    expect(foldWord('\u202eBaker')).toBe('baker');
    expect(foldWords('Al\u200bex \u200fBaker')).toEqual(['alex', 'baker']);
  });

  it('do not keep a rank from being one', () => {
    expect(parseFullName('Sgt\u200b. Alex Baker')).toMatchObject({ given: 'Alex', family: 'Baker' });
  });
});

describe('a text far longer than a name', () => {
  it.each(['('.repeat(100_000), 'x'.repeat(100_000), `${'x'.repeat(100_000)}y`])('names nobody', (text) => {
    const started = performance.now();
    expect(parseFullName(text)).toBeUndefined();
    expect(personName({ family: text })).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
