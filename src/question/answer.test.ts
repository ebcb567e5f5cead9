import { describe, expect, it } from 'vitest';
import { countAnswer, optionalCount, optionalText, textAnswer } from './answer.ts';

describe('a number people type', () => {
  const answer = countAnswer('Enter the number of sworn officers', 60_000);

  it.each([
    ['0', 0],
    [' 40 ', 40],
    ['1,200', 1200],
    ['007', 7],
    ['60000', 60_000],
  ])('"%s" is read as %i', (text, count) => {
    expect(answer.parse(text)).toBe(count);
  });

  it.each([undefined, '', 'forty', '-1', '4.5', '1e3', '12345678901'])(
    '%s is answered with the instruction',
    (text) => {
      const parsed = answer.safeParse(text);
      expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([
        'Enter the number of sworn officers',
      ]);
    },
  );

  it('one above the bound is told the bound', () => {
    expect(answer.safeParse('60001').error?.issues[0]?.message).toBe('Enter a number up to 60,000');
  });

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['  ', undefined],
    ['12', 12],
  ])('%s may be left out: %s', (text, value) => {
    expect(optionalCount('Enter a number', 100).parse(text)).toBe(value);
  });

  it.each([
    ['many', 'Enter a number'],
    ['101', 'Enter a number up to 100'],
  ])('but "%s" is refused: %s', (text, message) => {
    const parsed = optionalCount('Enter a number', 100).safeParse(text);
    expect(parsed.error?.issues[0]?.message).toBe(message);
  });
});

describe('a text people type', () => {
  it('is trimmed, needed, and bounded', () => {
    const answer = textAnswer('Enter the city', { max: 5 });
    expect(answer.parse('  Oaks ')).toBe('Oaks');
    for (const missing of [undefined, '', '   ']) {
      expect(answer.safeParse(missing).error?.issues[0]?.message).toBe('Enter the city');
    }
    expect(answer.safeParse('Sixxxx').error?.issues[0]?.message).toBe('Use 5 letters or fewer');
  });

  it('that may be left out is undefined then', () => {
    expect([optionalText({ max: 5 }).parse(undefined), optionalText({ max: 5 }).parse(' ')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
