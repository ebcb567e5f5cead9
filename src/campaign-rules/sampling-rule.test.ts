import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoverySampling, sampleSize } from './sampling-rule.ts';
import { smallestShare } from './share.ts';

/** The probability that a sample of `size` holds none of the bad records, as a plain product. */
function chanceOfMissing(records: number, size: number): number {
  const bad = smallestShare(discoverySampling.badPercent, records);
  let chance = 1;
  for (let drawn = 0; drawn < size; drawn += 1) {
    chance *= Math.max(0, records - bad - drawn) / (records - drawn);
  }
  return chance;
}

describe('the size of a sample', () => {
  it.each([
    [0, 0],
    [1, 1],
    [4, 4],
    [5, 5],
    [19, 19],
    [20, 19],
    [21, 16],
    [40, 31],
    [100, 45],
    [1_000, 57],
    [36_000, 59],
    [1_000_000, 59],
  ])('of %i records %i are shown', (records, size) => {
    expect(sampleSize(discoverySampling, records)).toBe(size);
  });

  it('finds one bad record in twenty with 95 percent probability, and one record fewer would not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000 }), (records) => {
        const size = sampleSize(discoverySampling, records);
        expect(size).toBeLessThanOrEqual(records);
        expect(chanceOfMissing(records, size)).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(chanceOfMissing(records, size - 1)).toBeGreaterThan(0.05 - 1e-9);
      }),
    );
  });
});
