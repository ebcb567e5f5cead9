import { describe, expect, it } from 'vitest';
import { cellFromText } from './cell.ts';
import { HeadingBlocks } from './heading-blocks.ts';
import { headingCells } from './headings.ts';
import type { MergedCells } from './workbook.ts';

function headingsOf(lines: readonly string[], merged: readonly MergedCells[] = []): string[] {
  const rows = lines.map((line, index) => ({ number: index + 1, cells: line.split('|').map(cellFromText) }));
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return headingCells(rows, rows.length - 1, new HeadingBlocks(merged, width)).cells.map(({ text }) => text);
}

const across = (row: number, firstColumn: number, lastColumn: number): MergedCells => ({
  firstRow: row,
  lastRow: row,
  firstColumn,
  lastColumn,
});
const down = (firstRow: number, lastRow: number, column: number): MergedCells => ({
  firstRow,
  lastRow,
  firstColumn: column,
  lastColumn: column,
});

describe('headings of two rows', () => {
  it('join where cells are merged down and across', () => {
    const lines = ['Employee ID|Training||', '|Course|Date|Hours'];
    expect(headingsOf(lines, [down(1, 2, 0), across(1, 1, 3)])).toEqual([
      'Employee ID',
      'Training Course',
      'Training Date',
      'Training Hours',
    ]);
  });

  it('join where every column has a group', () => {
    const lines = ['Employee||Training|', 'ID|Name|Course|Date'];
    expect(headingsOf(lines, [across(1, 0, 1), across(1, 2, 3)])).toEqual([
      'Employee ID',
      'Employee Name',
      'Training Course',
      'Training Date',
    ]);
  });

  it('join where a heading beside a group was not merged down', () => {
    expect(headingsOf(['ID|Training||Notes', '|Course|Date'], [across(1, 1, 2)])).toEqual([
      'ID',
      'Training Course',
      'Training Date',
      'Notes',
    ]);
  });

  it('join three rows', () => {
    const lines = ['ID|Training||', '|Classroom||Online', '|Course|Date|Course'];
    expect(headingsOf(lines, [down(1, 3, 0), across(1, 1, 3), across(2, 1, 2)])).toEqual([
      'ID',
      'Classroom Course',
      'Classroom Date',
      'Course',
    ]);
  });

  it('do not take in a title merged over the table, or over its first columns', () => {
    const lines = ['Training report|||', 'ID|Course|Date|Hours'];
    expect(headingsOf(lines, [across(1, 0, 3)])).toEqual(['ID', 'Course', 'Date', 'Hours']);
    expect(headingsOf(lines, [across(1, 0, 2)])).toEqual(['ID', 'Course', 'Date', 'Hours']);
  });

  it('join in a CSV file, where merged cells have left gaps', () => {
    expect(headingsOf(['Employee ID|Name|Training||', '||Course|Date|Hours'])).toEqual([
      'Employee ID',
      'Name',
      'Training Course',
      'Training Date',
      'Training Hours',
    ]);
  });

  it('do not take in parameters of a report', () => {
    expect(headingsOf(['Report|Training', 'ID|Course|Date'])).toEqual(['ID', 'Course', 'Date']);
    expect(headingsOf(['Report', '|Course|Date'])).toEqual(['', 'Course', 'Date']);
  });
});
