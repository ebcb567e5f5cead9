import { describe, expect, it } from 'vitest';
import { discoverySampling as rule } from '../campaign-rules/sampling-rule.ts';
import {
  furthestPlace,
  type ProofState,
  sampleAllows,
  standingOfSample,
  wantedPart,
} from './sample-standing.ts';

const states = (...parts: readonly (readonly [number, ProofState])[]): readonly ProofState[] =>
  parts.flatMap(([times, state]) => Array<ProofState>(times).fill(state));

describe('how much of a sample is asked for', () => {
  const sample = { size: 10, records: 100 };

  it.each([
    ['nothing failed', [], { wanted: 10, widened: 0, isSpent: false }],
    ['one failed', [3], { wanted: 20, widened: 1, isSpent: false }],
    ['several failed at once: it widens once', [1, 3, 10], { wanted: 20, widened: 1, isSpent: false }],
    ['one failed among those added', [3, 11], { wanted: 30, widened: 2, isSpent: false }],
    ['one failed after the last widening', [3, 20, 21], { wanted: 30, widened: 2, isSpent: true }],
    ['one failed that nobody asked for', [11], { wanted: 10, widened: 0, isSpent: false }],
  ] as const)('%s', (_, failed, part) => {
    expect(wantedPart(rule, sample, failed)).toEqual(part);
  });

  it('never goes beyond all records: then every one is looked at, and the sample is not spent', () => {
    expect(wantedPart(rule, { size: 10, records: 15 }, [3])).toEqual({
      wanted: 15,
      widened: 1,
      isSpent: false,
    });
    expect(wantedPart(rule, { size: 10, records: 15 }, [3, 12])).toEqual({
      wanted: 15,
      widened: 1,
      isSpent: false,
    });
    expect(wantedPart(rule, { size: 4, records: 4 }, [1, 2])).toEqual({
      wanted: 4,
      widened: 0,
      isSpent: false,
    });
    expect(furthestPlace(rule, { size: 10, records: 15 })).toBe(15);
    expect(furthestPlace(rule, sample)).toBe(30);
  });
});

describe('what a sample says', () => {
  const sample = { size: 3, records: 30 };

  it('is open while a record that is asked for is not decided', () => {
    expect(
      standingOfSample(rule, sample, states([2, 'accepted'], [1, 'shown'], [6, 'wanted']), []),
    ).toMatchObject({
      is: 'open',
      wanted: 3,
      accepted: 2,
      shown: 1,
    });
  });

  it('held when every record asked for was accepted', () => {
    expect(standingOfSample(rule, sample, states([3, 'accepted'], [6, 'wanted']), [])).toMatchObject({
      is: 'held',
    });
  });

  it('is open again when one failed: as many more are asked for', () => {
    const seen = states([2, 'accepted'], [1, 'failed'], [6, 'wanted']);
    expect(standingOfSample(rule, sample, seen, [])).toMatchObject({
      is: 'open',
      wanted: 6,
      widened: 1,
      failed: 1,
    });
  });

  it('held all the same when the rest holds and is enough', () => {
    const seen = states([2, 'accepted'], [1, 'failed'], [3, 'accepted'], [3, 'wanted']);
    expect(standingOfSample(rule, sample, seen, [])).toMatchObject({ is: 'held', failed: 1 });
  });

  it('failed when the requirements are not met without what failed: only these go back', () => {
    const seen = states([2, 'accepted'], [1, 'failed'], [3, 'accepted'], [3, 'wanted']);
    const standing = standingOfSample(rule, sample, seen, ['everyone-trained']);
    expect(standing).toMatchObject({ is: 'failed', why: 'without', requirements: ['everyone-trained'] });
    expect(sampleAllows(standing, 'everyone-trained')).toBe(false);
    expect(sampleAllows(standing, 'advanced-training')).toBe(true);
  });

  it('failed for both training requirements when records fail after every widening', () => {
    const seen = states(
      [1, 'failed'],
      [2, 'wanted'],
      [1, 'failed'],
      [2, 'wanted'],
      [1, 'failed'],
      [2, 'wanted'],
    );
    const standing = standingOfSample(rule, sample, seen, []);
    expect(standing).toMatchObject({ is: 'failed', why: 'widened-enough' });
    expect(sampleAllows(standing, 'advanced-training')).toBe(false);
    expect(sampleAllows(standing, 'policy')).toBe(true);
  });

  it('is none where nothing was drawn, and keeps nothing from being met', () => {
    const standing = standingOfSample(rule, { size: 0, records: 0 }, [], []);
    expect(standing).toEqual({ is: 'none' });
    expect(sampleAllows(standing, 'everyone-trained')).toBe(true);
  });
});
