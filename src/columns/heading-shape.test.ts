import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnMemory, rememberedMapping, shapeKey } from './heading-shape.ts';

describe('the shape of a row of headings', () => {
  const shape = shapeKey(['Employee #', 'Last Name', 'Hire Date']);

  it.each([[['EMP_NO', 'last name', 'Hire Dt.']], [['Hire Date', 'Employee #', 'Last Name']]])(
    'is that of %j',
    (headings) => {
      expect(shapeKey(headings)).toBe(shape);
    },
  );

  it.each([
    [['Employee #', 'Last Name']],
    [['Employee #', 'Last Name', 'Hire Date', 'Hire Date']],
    [['Employee #', 'Last Name', 'Hire Date', '']],
    [['Employee #', 'Last Name', 'Birth Date']],
  ])('is not that of %j', (headings) => {
    expect(shapeKey(headings)).not.toBe(shape);
  });

  it('is none where no column has a heading', () => {
    expect(shapeKey(['', ''])).toBeUndefined();
  });
});

describe('a choice of columns', () => {
  it('is found again wherever its columns have gone', () => {
    const memory = columnMemory(['Date', 'Name', 'Date', ''], { name: 1, hired: 2, note: 3 });
    expect(memory).toEqual({ name: 'name', 'date 2': 'hired', '': 'note' });
    expect(rememberedMapping(['', 'NAME', 'Date', 'Date'], memory)).toEqual({ note: 0, name: 1, hired: 3 });
    expect(rememberedMapping(['Full title', 'constructor'], memory)).toEqual({});
  });

  it('fits every file of its shape', () => {
    const headings = fc.uniqueArray(fc.constantFrom('ID', 'Name', 'Rank', 'Unit', 'Hired', 'Email'), {
      minLength: 2,
    });
    fc.assert(
      fc.property(headings, fc.nat(), (row, turn) => {
        const moved = [...row.slice(turn % row.length), ...row.slice(0, turn % row.length)];
        const mapping = Object.fromEntries(row.map((heading, index) => [heading.toLowerCase(), index]));
        const found = rememberedMapping(moved, columnMemory(row, mapping));
        expect(shapeKey(moved)).toBe(shapeKey(row));
        expect(
          Object.entries(found).map(([field, index]) => [field, moved[index ?? -1]?.toLowerCase()]),
        ).toEqual(Object.keys(found).map((field) => [field, field]));
        expect(Object.keys(found)).toHaveLength(row.length);
      }),
    );
  });
});
