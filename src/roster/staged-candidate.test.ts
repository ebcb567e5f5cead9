import { expect, it } from 'vitest';
import { aName } from '../testing/roster-rows.ts';
import type { StaffId } from './staff-member.ts';
import { stagedCandidate, stagedCandidatesFrom } from './staged-candidate.ts';

it('a candidate whose day of hire nobody knows is staged and read like any other', () => {
  const member = {
    id: 'staff-1' as StaffId,
    name: aName('Example, Alex'),
    employeeNumber: '',
    badge: '7',
    kind: 'sworn' as const,
    rank: '',
    unit: '',
    shift: '',
    email: '',
  };
  const staged = stagedCandidate({ member, why: ['same-name'] });
  expect(stagedCandidatesFrom(JSON.parse(JSON.stringify([staged])))).toEqual([staged]);
  expect(stagedCandidatesFrom(null)).toEqual([]);
});
