import { describe, expect, it } from 'vitest';
import type { AgencyId } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import { endedByChoice, mergeConflicts, otherStays, undoOf } from './organization-merge.ts';
import type { RecordPartnership } from './organization-record.ts';

function partnership(id: string, agency: string, state: RecordPartnership['state']): RecordPartnership {
  return {
    id: id as PartnershipId,
    agency: { id: agency as AgencyId, name: agency, region: 'TX' },
    state,
    since: new Date('2026-01-01'),
  };
}

describe('of two records', () => {
  const record = (isClaimed: boolean, day: string) => ({ isClaimed, addedAt: new Date(day) });

  it.each([
    ['the older one', record(false, '2026-01-01'), record(false, '2026-02-01'), false],
    ['the older one, whichever one comes from', record(true, '2026-02-01'), record(true, '2026-01-01'), true],
    [
      'the one that its own people have taken over',
      record(false, '2026-01-01'),
      record(true, '2026-02-01'),
      true,
    ],
    ['the claimed one', record(true, '2026-02-01'), record(false, '2026-01-01'), false],
  ])('%s is proposed to stay', (_which, kept, merged, expected) => {
    expect(otherStays(kept, merged)).toBe(expected);
  });
});

describe('joining two records', () => {
  const kept = [partnership('k1', 'elm', 'active'), partnership('k2', 'oak', 'ended')];
  const merged = [
    partnership('m1', 'elm', 'proposed'),
    partnership('m2', 'oak', 'active'),
    partnership('m3', 'elm', 'declined'),
  ];

  it('only two live partnerships with one agency stand against each other', () => {
    expect(mergeConflicts(kept, merged).map(({ agency }) => agency.name)).toEqual(['elm']);
  });

  it.each([
    ['k1', { ended: ['m1'], unsettled: [] }],
    ['m1', { ended: ['k1'], unsettled: [] }],
    ['m2', { ended: [], unsettled: ['elm'] }],
    [undefined, { ended: [], unsettled: ['elm'] }],
  ])('of the two, the one not chosen ends: %s goes on', (chosen, result) => {
    const goesOn = new Map(chosen ? [['elm' as AgencyId, chosen] as const] : []);
    expect(endedByChoice(mergeConflicts(kept, merged), goesOn)).toEqual(result);
  });

  const at = new Date('2026-03-01T12:00:00Z');
  it.each([
    ['2026-03-31T12:00:00Z', false, undefined, 'possible'],
    ['2026-03-31T12:00:01Z', false, undefined, 'too-late'],
    ['2026-03-02T12:00:00Z', true, undefined, 'final'],
    ['2026-03-02T12:00:00Z', false, at, 'undone'],
  ])('can be taken back for 30 days: at %s (final: %s)', (now, isFinal, undoneAt, undo) => {
    expect(undoOf({ at, isFinal, undoneAt }, new Date(now))).toBe(undo);
  });
});
