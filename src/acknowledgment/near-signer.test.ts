import { expect, it } from 'vitest';
import type { StaffId } from '../roster/staff-member.ts';
import { nearSigners } from './near-signer.ts';

const person = (family: string, given: string) => ({
  id: `${family}, ${given}` as StaffId,
  name: { family, given, middle: '', suffix: '' },
});
const near = nearSigners([
  person('Brambleworth', 'Marlo'),
  person('Brambleworth', 'Petra'),
  person('Underhill', 'Marlo'),
]);

it.each([
  ['Brambelworth', 'M.', ['Brambleworth, Marlo']],
  ['Bramblewort', 'M', ['Brambleworth, Marlo']],
  ['Rambleworth', 'P.', ['Brambleworth, Petra']],
  ['Brambelwroth', 'M.', []],
  ['Brambelworth', 'K.', []],
  ['Brambelworth', 'Mateo', []],
  ['Brambelworth', '', []],
])('“%s, %s” may mean %j', (family, given, meant) => {
  expect(near({ family, given, middle: '', suffix: '' })).toEqual(meant);
});
