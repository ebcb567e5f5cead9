import { describe, expect, it } from 'vitest';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { type FieldDescription, mappingOf, proposeColumns } from './column-proposal.ts';
import { withSplitName } from './split-name.ts';
import { looksLikeFullNames, looksLikeSingleNames } from './value-shapes.ts';

type Field = 'full' | 'family' | 'given';

const fields: readonly FieldDescription<Field>[] = [
  { field: 'full', names: ['name'], looksLike: looksLikeFullNames },
  { field: 'family', names: ['last name'], looksLike: looksLikeSingleNames },
  { field: 'given', names: ['first name'], looksLike: looksLikeSingleNames },
];

const cell = (text: string): Cell => (text === '' ? { kind: 'blank', text } : { kind: 'text', text });

const split = (headings: readonly string[], ...lines: readonly (readonly string[])[]) => {
  const sample: readonly SheetRow[] = lines.map((line, at) => ({ number: at + 2, cells: line.map(cell) }));
  const names = { full: 'full', family: 'family', given: 'given' } as const;
  return mappingOf(withSplitName(proposeColumns(fields, headings, sample), sample, names));
};

describe('a heading over two columns of names', () => {
  it.each([
    ['merged over both', ['Name', '']],
    ['repeated over both', ['Name', 'Name']],
  ])('%s is taken for family and given name', (_, headings) => {
    expect(split(headings, ['Ash', 'Mary'], ['Birch', 'Tom'])).toEqual({ family: 0, given: 1 });
  });

  it('over full names stays one column', () => {
    expect(split(['Name', ''], ['Ash, Mary', 'Patrol'], ['Birch, Tom', 'Traffic'])).toEqual({ full: 0 });
  });

  it('beside a column with a heading of its own stays one column', () => {
    expect(split(['Name', 'Unit'], ['Ash', 'Patrol'], ['Birch', 'Traffic'])).toEqual({ full: 0 });
  });

  it('beside numbers stays one column', () => {
    expect(split(['Name', ''], ['Ash', '12'], ['Birch', '13'])).toEqual({ full: 0 });
  });
});
