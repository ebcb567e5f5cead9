import { describe, expect, it } from 'vitest';
import { cellFromText } from './cell.ts';

describe('the cell of a text', () => {
  it.each([
    ['40', 40],
    ['00412', 412],
    ['-1.50', -1.5],
    ['1,234,567', 1_234_567],
    [' 8 ', 8],
    ['.5', undefined],
    ['12,34', undefined],
    ['1E5', undefined],
    ['1234567890123456', undefined],
    ['3/5/2024', undefined],
    ['555-0100', undefined],
    ['40 hrs', undefined],
    ['+', undefined],
  ])('%s is the number %s', (text, number) => {
    const cell = cellFromText(text);
    expect(cell.kind === 'number' ? cell.number : undefined).toBe(number);
    expect(cell.text).toBe(text.trim());
  });

  it.each([
    ['', 'blank', ''],
    [' \t\u00A0\uFEFF', 'blank', ''],
    ['\u00A0Pat\u00A0', 'text', 'Pat'],
    ['TRUE', 'boolean', 'TRUE'],
    ['false', 'boolean', 'false'],
    ['Truex', 'text', 'Truex'],
    ['#N/A', 'error', '#N/A'],
    ['#SPILL!', 'error', '#SPILL!'],
    ['########', 'error', '########'],
    ['#1', 'text', '#1'],
    ['##', 'text', '##'],
    ['="00412"', 'number', '00412'],
    ['=A1+B1', 'text', '=A1+B1'],
    ['="', 'text', '="'],
    ['@home', 'text', '@home'],
  ])('%j is %s', (text, kind, shown) => {
    expect(cellFromText(text)).toMatchObject({ kind, text: shown });
  });
});
