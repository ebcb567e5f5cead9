import { describe, expect, it } from 'vitest';
import { proposeColumns } from './column-proposal.ts';
import { foldHeading } from './heading.ts';

describe('a file with texts of a hundred thousand characters', () => {
  it.each([
    'A'.repeat(100_000),
    `x${' '.repeat(100_000)}x`,
    '('.repeat(100_000),
    `a@${'.'.repeat(100_000)}@`,
  ])('has its columns told at once', (text) => {
    const started = performance.now();
    proposeColumns([], [text], [{ number: 2, cells: [{ kind: 'text', text }] }]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('a heading', () => {
  it('is the same with signs that nobody sees', () => {
    expect(foldHeading('Emp\u200bloyee\u00ad ID\u202c')).toBe('employee id');
  });
});
