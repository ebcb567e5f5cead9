import { expect, it } from 'vitest';
import { saysNothing } from './says-nothing.ts';

it.each(['N/A', 'n.a.', '-', '--', '—', 'Unknown', 'NULL', '(null)', 'none', 'TBD', '?', '???', ' n/a '])(
  '“%s” says nothing',
  (text) => {
    expect(saysNothing(text)).toBe(true);
  },
);

it.each(['', 'Patrol', 'Nights', 'NA-2', 'Unknown Persons Unit', 'A', '1', 'Nan Smith', 'None Such Road'])(
  '“%s” says something, or is blank as it is',
  (text) => {
    expect(saysNothing(text)).toBe(false);
  },
);
