import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, plainText } from './plain-text.ts';

describe('a text of several lines', () => {
  it.each([
    ['keeps its lines, of every kind of line end', 'one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
    ['keeps tabs, accents and other scripts', 'Señora\tÉlan 警察 شرطة', 'Señora\tÉlan 警察 شرطة'],
    ['loses NUL and what controls a terminal', 'a\0b\u001b[31mc\u0007\u009b', 'ab[31mc'],
    [
      'takes the line ends of other systems for its own',
      'one\u0085two\u2028three\u2029four',
      'one\ntwo\nthree\nfour',
    ],
    ['loses what turns the writing around', 'a\u202eb\u202ac\u2066d\u2069e', 'abcde'],
    ['has no half characters', 'a\ud800b', 'a\ufffdb'],
  ])('%s', (_what, sent, kept) => {
    expect(plainText(sent)).toBe(kept);
  });

  it('can always be kept: it is whole, without NUL, and stays as it is when it is sent again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sent) => {
        const kept = plainText(sent);
        expect(kept.isWellFormed()).toBe(true);
        expect(kept).not.toContain('\0');
        expect(plainText(kept)).toBe(kept);
      }),
    );
  });
});

describe('a text of one line', () => {
  it.each([
    ['a line end', 'Elm Fork\r\nBcc: all@agency.test', 'Elm Fork Bcc: all@agency.test'],
    ['a tab and many spaces', ' Elm \t  Fork ', 'Elm Fork'],
    ['a Unicode line end', 'Elm\u2028Fork', 'Elm Fork'],
    ['a mark that turns the writing around', 'Elm\u202eFork', 'Elm Fork'],
  ])('has no %s', (_what, sent, kept) => {
    expect(oneLine(sent)).toBe(kept);
  });

  it('keeps the joints inside of names', () => {
    expect(oneLine('Ana\u200d María O’Neil')).toBe('Ana\u200d María O’Neil');
  });
});
