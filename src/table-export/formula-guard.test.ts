import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardedText, unguardedText } from './formula-guard.ts';

describe('guarding texts against being taken for formulas', () => {
  it.each([
    '=1+1',
    '+1 555 0100 x2',
    "-2+3+cmd|' /C calc'!A0",
    '@SUM(A1)',
    '|calc',
    '%0A=1',
    '\r=1',
    '\n=1',
    '  =1+1',
    '＝1+1',
    '--1',
    '-A1',
    '=',
    '@',
    '+',
  ])('%j gets an apostrophe in front', (text) => {
    expect(guardedText(text)).toBe(`'${text}`);
  });

  it.each([
    '',
    '-',
    '-93.5',
    '+4',
    '-1,234.50',
    '00412',
    "O'Brien",
    "'t Hooft",
    'a=b',
    'x@y.example',
    '5-4',
    'a; b',
    '50% of it',
  ])('%j is no formula and stays', (text) => {
    expect(guardedText(text)).toBe(text);
    expect(unguardedText(text)).toBe(text);
  });

  it.each([
    ['ask;=1+1', "'ask;'=1+1"],
    ['ask\t@SUM(A1)', "'ask\t'@SUM(A1)"],
    ['a; +1;-2', "'a;' +1;'-2"],
    ['\t=1+1', "'\t'=1+1"],
    ['=1;=2', "'=1;'=2"],
  ])('%j is guarded where another country’s program would split it', (text, guarded) => {
    expect(guardedText(text)).toBe(guarded);
    expect(unguardedText(guarded)).toBe(text);
  });

  it('a text that begins like a guarded one comes back too', () => {
    expect(guardedText("'=1")).toBe("''=1");
    expect(unguardedText("''=1")).toBe("'=1");
  });

  it('every text comes back as it was', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => unguardedText(guardedText(text)) === text),
      { numRuns: 1000 },
    );
    assert(
      property(
        string({ unit: constantFrom(..."'=+-@;|% 	1") }),
        (text) => unguardedText(guardedText(text)) === text,
      ),
      { numRuns: 1000 },
    );
  });
});
