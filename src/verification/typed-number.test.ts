import { describe, expect, it } from 'vitest';
import { readTypedNumber } from './typed-number.ts';
import { numberRefusalSentence } from './verify-content.ts';

describe('a certificate number as people type it', () => {
  it.each([
    'OM-2026-000001',
    'OM-2026-00001',
    'OM 2026 1',
    'om-2026-000001',
    'om2026000001',
    '2026-1',
    '2026 000 001',
    ' OM – 2026 – 000001 ',
    'OM-2026-0000001',
    'ＯＭ－２０２６－１',
  ])('is understood: %s', (text) => {
    expect(readTypedNumber(text)).toEqual({ ok: true, value: 'OM-2026-000001' });
  });

  it.each([
    ['', 'Enter a certificate number'],
    [' - ', 'Enter a certificate number'],
    ['OM', 'year'],
    ['OM-26-1', 'year of four digits'],
    ['OM-2026', 'Digits follow the year'],
    ['OM-2026-1234567', 'You entered 7'],
    ['XY-2026-000001', 'Take out the other letters'],
    ['OMX-2026-1', 'Take out the other letters'],
  ])('“%s” is refused with what is wrong and an example', (text, words) => {
    const read = readTypedNumber(text);
    if (read.ok) throw new Error(`Taken for ${read.value}.`);
    const sentence = numberRefusalSentence(read.refusal);
    expect(sentence).toContain(words);
    expect(sentence).toContain('OM-2026-000123');
  });
});
