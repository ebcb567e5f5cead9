import { describe, expect, it } from 'vitest';
import type { ReadRefusal } from './read-refusal.ts';
import { readRefusalSentence } from './read-refusal-content.ts';

const mebibyte = 1024 * 1024;

describe('what a person reads when a file is refused', () => {
  it.each<[ReadRefusal, string]>([
    [{ code: 'empty-file' }, '“staff.xlsx” is empty: choose the file that holds the rows.'],
    [
      { code: 'not-a-spreadsheet', found: 'a PDF document' },
      '“staff.xlsx” is a PDF document, not a spreadsheet: save the list as CSV or Excel (.xlsx) and choose that file.',
    ],
    [
      { code: 'not-a-spreadsheet', found: '' },
      '“staff.xlsx” is not a spreadsheet: save the list as CSV or Excel (.xlsx) and choose that file.',
    ],
    [
      { code: 'no-such-sheet', sheet: 'Staf', sheets: ['Staff', 'Notes'] },
      '“staff.xlsx” has no sheet named “Staf”: choose one of “Staff”, “Notes”.',
    ],
    [
      { code: 'too-large', bytes: 200.2 * mebibyte, limit: 50 * mebibyte },
      '“staff.xlsx” is too large (201 MB): choose a file of at most 50 MB.',
    ],
    [
      { code: 'too-many-rows', limit: 500_000, format: 'workbook' },
      '“staff.xlsx” has more than 500,000 rows: save the sheet as CSV and choose that file.',
    ],
    [
      { code: 'too-many-rows', limit: 2_000_000, format: 'text' },
      '“staff.xlsx” has more than 2,000,000 rows: split it into smaller files.',
    ],
    [
      { code: 'encrypted' },
      '“staff.xlsx” is protected with a password: save a copy without the password and choose that file.',
    ],
  ])('says what is wrong and what to do: %j', (refusal, sentence) => {
    expect(readRefusalSentence('staff.xlsx', refusal)).toBe(sentence);
  });

  it.each<ReadRefusal>([
    { code: 'no-header' },
    { code: 'too-many-columns', limit: 2_000 },
    { code: 'expands-too-much', limit: 600 * mebibyte },
    { code: 'corrupt' },
    { code: 'took-too-long', seconds: 60 },
    { code: 'busy' },
  ])('is one sentence with an instruction: %j', (refusal) => {
    expect(readRefusalSentence('staff.xlsx', refusal)).toMatch(
      /^“staff\.xlsx” [^:]+: [a-z][^.]*(?:\.xlsx)?[^.]*\.$/,
    );
  });
});
