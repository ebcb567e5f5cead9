import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgencyId, PersonId } from '../database/acting.ts';
import type { Month } from './month.ts';
import { afterEntry } from './month-entry.ts';
import { impossibleCounts, surprisingCounts } from './outcome-bounds.ts';
import { cellsOf, countsOf, type MonthCounts, rateOver } from './outcome-counts.ts';
import { outcomeMeasures } from './outcome-measure.ts';
import { comparison, isFewEvents, levelOf, type OutcomeView, viewedMonths } from './outcome-view.ts';
import { openPreview, sealPreview } from './preview-seal.ts';

const month = (text: string) => text as Month;

function view(counts: Readonly<Record<string, MonthCounts>>, more: Partial<OutcomeView> = {}): OutcomeView {
  return {
    measure: 'arrests',
    first: month('2024-01'),
    last: month('2025-12'),
    counts: new Map(Object.entries(counts).map(([text, of]) => [month(text), of])),
    baseline: { first: month('2024-01'), last: month('2024-12') },
    coverage: undefined,
    ...more,
  };
}

describe('a rate per 100 calls', () => {
  it('comes from months in which both were counted, and from the sums, not from the months’ rates', () => {
    const counts = view({
      '2024-01': { 'mental-health-calls': 10, arrests: 5 },
      '2024-02': { 'mental-health-calls': 90, arrests: 5 },
      '2024-03': { arrests: 40 },
      '2024-04': { 'mental-health-calls': 900 },
    }).counts;
    expect(rateOver(counts, [...counts.keys()], 'arrests')).toEqual({ count: 10, calls: 100, per100: 10 });
  });

  it('can’t be told without a call', () => {
    expect(
      viewedMonths(view({ '2024-01': { 'mental-health-calls': 0, arrests: 0 } }))[0]?.value,
    ).toBeUndefined();
  });
});

describe('before and after', () => {
  it('holds the last twelve months against the baseline, and none of its months twice', () => {
    const shown = view({
      '2024-06': { 'mental-health-calls': 100, arrests: 20 },
      '2025-02': { 'mental-health-calls': 200, arrests: 20 },
    });
    const { baseline, recent, recentFirst } = comparison(shown);
    expect([levelOf(baseline), levelOf(recent), recentFirst]).toEqual([20, 10, '2025-01']);
    const early = comparison({ ...shown, last: month('2025-03') });
    expect(early.recentFirst).toBe('2025-01');
  });

  it('says when so few happened that a rate means little', () => {
    const shown = (arrests: number) =>
      comparison(view({ '2024-06': { 'mental-health-calls': 100, arrests } })).baseline;
    expect([19, 20].map((arrests) => isFewEvents(shown(arrests)))).toEqual([true, false]);
  });

  it('of calls is their number a month, over the months counted', () => {
    const shown = view(
      { '2024-01': { 'mental-health-calls': 30 }, '2024-02': { 'mental-health-calls': 50 } },
      { measure: 'mental-health-calls' },
    );
    expect(comparison(shown).baseline).toEqual({ is: 'a-month', average: 40, sum: 80, months: 2 });
  });
});

describe('what can’t be right', () => {
  it.each([
    [{ 'mental-health-calls': 10, 'trained-officer': 10 }, 0, 0],
    [{ 'mental-health-calls': 10, 'trained-officer': 11 }, 1, 0],
    [{ 'mental-health-calls': 10, 'repeat-encounters': 11, 'provider-present': 12 }, 2, 0],
    [{ 'mental-health-calls': 10, arrests: 11 }, 0, 1],
    [{ 'mental-health-calls': 10, referrals: 30, 'follow-ups': 40 }, 0, 0],
    [{ 'trained-officer': 11, arrests: 11 }, 0, 0],
  ] as const)('%j: %i refused, %i to look at', (counts, impossible, surprising) => {
    expect([impossibleCounts(counts).length, surprisingCounts(counts).length]).toEqual([
      impossible,
      surprising,
    ]);
  });
});

const anyMeasure = fc.constantFrom(...outcomeMeasures.map(({ measure }) => measure));
const anyCounts = fc.dictionary(anyMeasure, fc.nat(500)) as fc.Arbitrary<MonthCounts>;

it('an entry changes what it names and leaves everything else, and counts survive being listed', () => {
  fc.assert(
    fc.property(anyCounts, anyCounts, fc.uniqueArray(anyMeasure), (now, counts, gone) => {
      const after = afterEntry(now, { counts, notCounted: gone });
      for (const { measure } of outcomeMeasures) {
        const kept = gone.includes(measure) ? undefined : now[measure];
        expect(after[measure]).toBe(counts[measure] ?? kept);
      }
      if (Object.keys(after).length === 0) return;
      expect(countsOf(cellsOf(new Map([[month('2025-01'), after]]))).get(month('2025-01'))).toEqual(after);
    }),
  );
});

it('a sealed preview opens for its person at its agency in time, and not when a letter of it was changed', () => {
  const by = { agency: 'a' as AgencyId, person: 'p' as PersonId };
  const now = new Date('2026-03-05T12:00:00Z');
  const cells = [{ month: month('2025-01'), measure: 'arrests', count: 3 }] as const;
  const sealed = sealPreview({ ...by, revision: 7, until: now.getTime() + 1, cells }, 'secret');
  expect(openPreview(sealed, 'secret', by, now)).toMatchObject({ revision: 7, cells });
  expect(openPreview(sealed, 'other secret', by, now)).toBeUndefined();
  expect(openPreview(sealed, 'secret', { ...by, person: 'q' as PersonId }, now)).toBeUndefined();
  expect(openPreview(sealed, 'secret', by, new Date(now.getTime() + 2))).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'b', '0', '.'), (at, letter) => {
      fc.pre(sealed[at] !== letter);
      const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
      expect(openPreview(changed, 'secret', by, now)).toBeUndefined();
    }),
  );
});
