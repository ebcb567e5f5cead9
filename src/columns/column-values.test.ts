import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellFromText } from '../spreadsheet/cell.ts';
import type { FieldDescription } from './column-fit.ts';
import { mappingOf, proposeColumns } from './column-proposal.ts';
import { columnValues } from './column-values.ts';
import { looksLikeFiledNames } from './value-shapes.ts';

describe('what a column holds', () => {
  it.each([
    ['dates', ['3/5/2019', '2019-03-05', '5-Mar-19']],
    ['dates', ['1/2/20', '', '1/3/20']],
    ['filed-names', ['Ash, Mary', 'Birch, Tom J.']],
    ['emails', ['pat@example.org', 'sam@example.org']],
    ['yes-no', ['Y', 'N', 'Y', 'Y']],
    ['yes-no', ['x', '', 'X']],
    ['ids', ['412', '413', '414', '415', '416']],
    ['ids', ['00412', '00413']],
    ['ids', ['A-1001', 'A-1002', 'B-2001']],
    ['ids', ['100412', '100412', '100413', '100414', '100415', '100416']],
    ['small-numbers', ['40', '8', '8', '40', '8 hrs', '8']],
    ['categories', ['Officer', 'Officer', 'Sergeant', 'Officer', 'Officer', 'Sergeant']],
    [undefined, ['40', '8', '7']],
    [undefined, ['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm']],
    [undefined, ['', ' ']],
    [undefined, []],
    [undefined, ['3/5/2019', 'Ash', '12', 'Y']],
  ])('is %s in %j', (kind, texts) => {
    expect(columnValues(texts.map(cellFromText))?.kind).toBe(kind);
  });
});

type Field = 'name' | 'number' | 'hired' | 'sworn' | 'left';

const fields: readonly FieldDescription<Field>[] = [
  { field: 'name', names: ['name'], looksLike: looksLikeFiledNames, tellsByValues: true },
  { field: 'number', names: ['employee number'], values: 'ids' },
  { field: 'hired', names: ['hire date'], values: 'dates' },
  { field: 'left', names: ['end date'] },
  { field: 'sworn', names: ['sworn'], values: 'yes-no' },
];

function propose(headings: readonly string[], lines: readonly (readonly string[])[]) {
  const sample = lines.map((line, at) => ({ number: at + 1, cells: line.map(cellFromText) }));
  return proposeColumns(fields, headings, sample);
}

const rows = [
  ['00412', 'Ash, Mary', '3/5/2019', 'Y'],
  ['00413', 'Birch, Tom', '3/6/2019', 'N'],
  ['00414', 'Cedar, Ann', '4/6/2011', 'Y'],
];

describe('a file without headings', () => {
  it('has its columns told by their values alone, with little confidence', () => {
    const proposal = propose(['', '', '', ''], rows);
    expect(mappingOf(proposal)).toEqual({ number: 0, name: 1, hired: 2, sworn: 3 });
    expect(proposal.columns.map(({ why }) => why)).toEqual(['values', 'values', 'values', 'values']);
    for (const { confidence } of proposal.columns) expect(confidence).toBeLessThanOrEqual(0.7);
  });

  it('leaves two columns of the same kind for a person to tell', () => {
    const proposal = propose(
      [],
      rows.map((row) => [...row, '1/1/2024']),
    );
    expect(proposal.columns[2]).toMatchObject({ field: undefined, holds: 'dates' });
    expect(proposal.columns[4]).toMatchObject({ field: undefined, holds: 'dates' });
  });
});

describe('a column without a heading beside others that have one', () => {
  it('is left for a person to tell', () => {
    const proposal = propose(['Name', ''], [['Ash, Mary', '3/5/2019']]);
    expect(proposal.columns[1]).toMatchObject({ field: undefined, holds: 'dates' });
  });
});

describe('a column with a heading nobody knows', () => {
  it('is not guessed from its values, but says what they are', () => {
    const proposal = propose(['Name', 'Last Evaluation'], [['Ash, Mary', '3/5/2019']]);
    expect(proposal.columns[1]).toEqual({
      index: 1,
      heading: 'Last Evaluation',
      field: undefined,
      confidence: 0,
      why: 'not-recognized',
      holds: 'dates',
    });
  });
});

it('the order of rows never changes what columns are taken for', () => {
  const texts = fc.constantFrom(
    '00412',
    '00413',
    '77',
    'Ash, Mary',
    '3/5/2019',
    'Y',
    'N',
    '',
    '40',
    'Officer',
    '#N/A',
  );
  const table = fc.array(fc.array(texts, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      table,
      fc.boolean(),
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      (lines, named, order) => {
        const headings = named ? ['Employee Number', 'Name', 'Seen', ''] : [];
        const shuffled = lines
          .map((line, at) => ({ line, by: order[at] ?? 0 }))
          .toSorted((a, b) => a.by - b.by)
          .map(({ line }) => line);
        expect(propose(headings, shuffled)).toEqual(propose(headings, lines));
      },
    ),
    { numRuns: 500 },
  );
});
