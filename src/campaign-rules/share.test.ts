import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignRules } from './campaign-rules.ts';
import { advancedRequired, meetsShare, percentOf, smallestShare } from './share.ts';

describe('a share of the officers', () => {
  it.each([
    [0, 0],
    [1, 1],
    [4, 1],
    [5, 1],
    [6, 2],
    [10, 2],
    [11, 3],
    [36_000, 7_200],
    [36_001, 7_201],
  ])('of %i sworn officers at least %i need an advanced course', (sworn, required) => {
    expect(advancedRequired(campaignRules('2024'), sworn)).toBe(required);
  });

  it.each([
    [199, 1000, false],
    [200, 1000, true],
    [1, 5, true],
    [1, 6, false],
  ])('%i of %i is at least 20 percent: %s', (part, whole, meets) => {
    expect(meetsShare(20, part, whole)).toBe(meets);
  });

  it.each([
    [199, 1000, 19],
    [200, 1000, 20],
    [999, 1000, 99],
    [0, 0, 0],
  ])('%i of %i is shown as %i percent', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });

  it('the smallest share meets it, and one person fewer does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(40_000), (percent, whole) => {
        const smallest = smallestShare(percent, whole);
        expect(meetsShare(percent, smallest, whole)).toBe(true);
        if (smallest > 0) expect(meetsShare(percent, smallest - 1, whole)).toBe(false);
      }),
    );
  });
});
