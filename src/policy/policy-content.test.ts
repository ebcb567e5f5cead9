import { expect, it } from 'vitest';
import { policyContent } from './policy-content.ts';

it.each([
  [5, true, 'Before your executive can adopt it, settle 5 more elements of the checklist.'],
  [1, true, 'Before your executive can adopt it, settle the last element of the checklist.'],
  [0, false, 'Before your executive can adopt it, enter the day it takes effect.'],
  [
    2,
    false,
    'Before your executive can adopt it, settle 2 more elements of the checklist and enter the day it takes effect.',
  ],
])(
  'a draft with %i open elements (effective date given: %s) says what is left, and only that',
  (open, hasDate, words) => {
    expect(policyContent.notReady(open, hasDate, false)).toBe(words);
    expect(policyContent.notReady(open, hasDate, true)).toBe(words.replace('your executive', 'you'));
  },
);
