import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvRecords } from './csv-records.ts';

function recordsOf(text: string, delimiter = ','): string[][] {
  return new CsvRecords(delimiter).take(text, true);
}

/** The same text, arriving in pieces of these lengths. */
function recordsInPieces(text: string, lengths: readonly number[]): string[][] {
  const records = new CsvRecords(',');
  const all: string[][] = [];
  let at = 0;
  for (const length of lengths) {
    all.push(...records.take(text.slice(at, at + length)));
    at += length;
  }
  return [...all, ...records.take(text.slice(at), true)];
}

describe('records of delimited text', () => {
  it.each<[string, string, string[][]]>([
    [
      'line feeds',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'carriage returns alone',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['both, mixed in one file', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['blank lines, which count as records', 'a\n\n\nb', [['a'], [''], [''], ['b']]],
    [
      'no line end after the last record',
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['quoted line ends', 'a,"1\r\n2\n3",b\n', [['a', '1\r\n2\n3', 'b']]],
    ['quoted delimiters', '"Doe, Pat",x', [['Doe, Pat', 'x']]],
    ['doubled quotes', '"ha ""ha"" ha","""",""', [['ha "ha" ha', '"', '']]],
    ['blanks before an opening quote', 'a, "b, c" ,d', [['a', 'b, c ', 'd']]],
    ['a quote in the middle of a field', '6\' 2",b', [['6\' 2"', 'b']]],
    ['text behind a closing quote', '"abc"def,x', [['abcdef', 'x']]],
    [
      'a quote that never closes',
      'a,"b\n1,2\n',
      [
        ['a', '"b'],
        ['1', '2'],
      ],
    ],
    [
      'a stray quote above a quoted field',
      '5," pipe\n6,"Doe, Pat",x\n',
      [
        ['5', '" pipe'],
        ['6', 'Doe, Pat', 'x'],
      ],
    ],
    ['ragged rows', 'a,b,c\n1\n1,2,3,4', [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]],
  ])('are cut at %s', (_, text, expected) => {
    expect(recordsOf(text)).toEqual(expected);
  });

  it('are the same however the text arrives', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', ' ', 'é'), maxLength: 60 });
    const lengths = fc.array(fc.nat(9), { maxLength: 20 });
    fc.assert(
      fc.property(text, lengths, (whole, pieces) => {
        expect(recordsInPieces(whole, pieces)).toEqual(recordsOf(whole));
      }),
      { numRuns: 2_000 },
    );
  });

  it('hold every field that a careful program wrote', () => {
    const field = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', '=', 'x') }),
    );
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(rows, ends, fc.constantFrom(',', ';', '\t', '|'), (fields, end, delimiter) => {
        const text = stringify(fields, { record_delimiter: end, delimiter, quoted: true });
        expect(recordsOf(text, delimiter)).toEqual(fields);
      }),
      { numRuns: 1_000 },
    );
  });
});
