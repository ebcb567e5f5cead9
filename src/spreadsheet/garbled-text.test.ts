import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { readingOf } from '../testing/sheet-content.ts';
import { cellFromText } from './cell.ts';
import { garbledText } from './garbled-text.ts';
import { readingFactSentence } from './reading-fact-content.ts';

const found = (text: string) => garbledText([{ number: 2, cells: [cellFromText(text)] }]);

it.each([
  ['JosÃ© MuÃ±oz', 'José Muñoz'],
  ['Oâ€™Brien', 'O’Brien'],
  ['ZoÃ«', 'Zoë'],
])('%s was %s', (text, likely) => {
  expect(found(text)).toEqual({ text, row: 2, likely });
});

it.each(['José Muñoz', 'O’Brien – “Rey”', 'SÃO PAULO', 'Ângela', 'âme', ''])(
  '%j is as it should be',
  (text) => {
    expect(found(text)).toBeUndefined();
  },
);

it('a letter that is lost cannot be told any more', () => {
  expect(found('Jos\uFFFD')).toEqual({ text: 'Jos\uFFFD', row: 2 });
});

it('every name that went through the wrong encoding is noticed', () => {
  const name = fc.string({
    unit: fc.constantFrom('a', 'é', 'ñ', 'ö', 'ü', 'è', '’'),
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(name, (text) => {
      const garbled = iconv.decode(Buffer.from(text), 'win1252');
      expect(found(garbled)?.likely).toBe(garbled === text ? undefined : text);
    }),
  );
});

it('a person reads of it, and the text stays as it came', async () => {
  const reading = await readingOf('Name,Rank\nJosÃ© Example,Officer\n');
  const [fact] = reading.facts.filter(({ code }) => code === 'letters-garbled');
  expect(fact && readingFactSentence(fact)).toBe(
    'Some letters were spoiled before the file was saved: “JosÃ© Example” in row 2 (it was perhaps “José Example”). Export the list again as UTF-8.',
  );
  expect(reading.sample[0]?.cells[0]?.text).toBe('JosÃ© Example');
});
