import { describe, expect, test } from 'vitest';
import { newBackupCodes, readTypedCode } from './second-factor-code.ts';

describe('the code a person types at the second step', () => {
  test.each([
    ['123456', { kind: 'app', code: '123456' }],
    [' 123 456 ', { kind: 'app', code: '123456' }],
    ['123-456', { kind: 'app', code: '123456' }],
    ['k7m2q-x9dfa', { kind: 'backup', code: 'k7m2q-x9dfa' }],
    ['K7M2Q X9DFA', { kind: 'backup', code: 'k7m2q-x9dfa' }],
    ['12345', undefined],
    ['1234567', undefined],
    ['', undefined],
  ])('%s', (text, code) => {
    expect(readTypedCode(text)).toEqual(code);
  });

  test('every backup code is read back as itself, and no two are the same', () => {
    const codes = newBackupCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(readTypedCode(code)).toEqual({ kind: 'backup', code });
  });
});
