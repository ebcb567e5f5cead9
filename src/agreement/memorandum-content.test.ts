import { expect, it } from 'vitest';
import { alwaysAsTyped } from './agreement-terms.ts';
import { answersAlways } from './memorandum-content.ts';

it.each(['none', 'None.', ' no number ', 'N/A'])(
  'a side that types “%s” has no number for day and night, and the memorandum says so',
  (typed) => {
    expect(answersAlways('Willow Clinic', alwaysAsTyped(typed))).toBe(
      'Willow Clinic has no number that is answered day and night.',
    );
  },
);

it('a number stands in the memorandum as it was typed', () => {
  expect(answersAlways('Willow Clinic', alwaysAsTyped('None at night: 988'))).toBe(
    'Willow Clinic answers day and night: None at night: 988',
  );
});
