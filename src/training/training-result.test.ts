import { describe, expect, it } from 'vitest';
import { readTrainingResult } from './training-result.ts';

describe('the result of a training record', () => {
  it.each([
    ['Passed', 'passed'],
    ['PASS', 'passed'],
    ['P', 'passed'],
    ['Pass - 92%', 'passed'],
    ['Completed', 'completed'],
    ['Complete', 'completed'],
    ['Completed - Passed', 'passed'],
    ['Successfully completed', 'passed'],
    ['Attended', 'attended'],
    ['Certified', 'certified'],
    ['Graduated', 'graduated'],
    ['Satisfactory', 'passed'],
    ['Yes', 'completed'],
    ['TRUE', 'completed'],
    ['X', 'completed'],
  ])('“%s” counts: %s', (text, word) => {
    expect(readTrainingResult(text)).toEqual({ kind: 'completed', word });
  });

  it.each([
    'Instructed',
    'Instructor',
    'Incomplete',
    'INCOMPLETE ',
    'Not completed',
    'Not Complete',
    'Did not complete',
    "Didn't pass",
    'Failed',
    'Completed - Failed',
    'Unsatisfactory',
    'Unsuccessful',
    'No show',
    'No-Show',
    'NOSHOW',
    'Enrolled',
    'Registered',
    'In Progress',
    'Withdrawn',
    'Withdrew',
    'Waitlisted',
    'Wait-listed',
    'Cancelled',
    'Not attended',
    'Expired',
    'No',
    'FALSE',
  ])('“%s” does not count', (text) => {
    expect(readTrainingResult(text)).toEqual({ kind: 'not-completed', text: text.trim() });
  });

  it.each(['95', 'Audited', 'Active', 'Completed (Instructor)', 'Passed / Enrolled', 'Übertragen'])(
    '“%s” needs a person to look',
    (text) => {
      expect(readTrainingResult(text)).toEqual({ kind: 'doubtful', text });
    },
  );

  it.each([undefined, '', '  ', '-', '—'])('%s says nothing', (text) => {
    expect(readTrainingResult(text)).toEqual({ kind: 'not-stated' });
  });
});
