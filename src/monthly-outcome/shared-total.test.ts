import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutcomeMeasure, outcomeMeasures } from './outcome-measure.ts';
import { type SharedYear, sharedTotal, shownCount, sizeBand, totalsBy } from './shared-total.ts';

const allMonths = 0b111111111111;

function year(
  agency: string,
  measure: OutcomeMeasure,
  count: number,
  more: Partial<SharedYear> = {},
): SharedYear {
  return { agency, region: 'TX', sworn: 40, measure, count: shownCount(count), months: allMonths, ...more };
}

describe('a small count', () => {
  it.each([
    [0, 0],
    [1, 'hidden'],
    [4, 'hidden'],
    [5, 5],
  ])('of %i is told as %s', (count, told) => {
    expect(shownCount(count)).toBe(told);
  });

  it('is in no sum, and said to be left out', () => {
    const years = [year('a', 'arrests', 12), year('b', 'arrests', 3), year('c', 'arrests', 0)];
    expect(sharedTotal('arrests', years)).toMatchObject({ sum: 12, agencies: 2, hidden: 1 });
  });

  it('is in no rate, neither above nor below the line', () => {
    const years = [
      year('a', 'arrests', 10),
      year('a', 'mental-health-calls', 100),
      year('b', 'arrests', 3),
      year('b', 'mental-health-calls', 100),
      year('c', 'arrests', 50),
      year('c', 'mental-health-calls', 4),
      year('d', 'arrests', 50),
      year('d', 'mental-health-calls', 100, { months: 0b111 }),
    ];
    expect(sharedTotal('arrests', years).rate).toEqual({ count: 10, calls: 100, per100: 10 });
  });
});

const anyMeasure = fc.constantFrom(...outcomeMeasures.map(({ measure }) => measure));
const anyCell = fc.record({
  agency: fc.constantFrom('a', 'b', 'c', 'd'),
  measure: anyMeasure,
  count: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 5_000 })),
  months: fc.constantFrom(allMonths, 0b111, 0b1),
});
const regions: Readonly<Record<string, string>> = { a: 'TX', b: 'TX', c: 'OR', d: 'NV' };
const sizes: Readonly<Record<string, number>> = { a: 4, b: 40, c: 40, d: 900 };

/** Everything the campaign is ever shown of these counts. */
function everythingShown(
  cells: readonly { agency: string; measure: OutcomeMeasure; count: number; months: number }[],
) {
  const years = cells.map(({ agency, measure, count, months }) =>
    year(agency, measure, count, { months, region: regions[agency] ?? '', sworn: sizes[agency] }),
  );
  return outcomeMeasures.map(({ measure }) => ({
    total: sharedTotal(measure, years),
    byState: totalsBy('state', measure, years),
    bySize: totalsBy('size', measure, years),
  }));
}

it('nothing that is shown tells which of 1 to 4 a hidden count is, however the figures are put together', () => {
  const cells = fc.uniqueArray(anyCell, {
    selector: ({ agency, measure }) => `${agency} ${measure}`,
    maxLength: 40,
  });
  const others = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(cells, others, (real, other) => {
      // Another world in which every small count is a different small one: it must look the same to the last figure.
      const imagined = real.map((cell, at) =>
        shownCount(cell.count) === 'hidden' ? { ...cell, count: other[at] ?? 1 } : cell,
      );
      expect(everythingShown(imagined)).toEqual(everythingShown(real));
    }),
  );
});

it('no hidden count follows from a total and the other groups', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }), (counts) => {
      const years = counts.map((count, at) => year(`a${at}`, 'arrests', count, { region: `R${at}` }));
      const shown = totalsBy('state', 'arrests', years).reduce((sum, { sum: part }) => sum + part, 0);
      expect(sharedTotal('arrests', years).sum).toBe(shown);
    }),
  );
});

it.each([
  [0, '1 to 9 sworn'],
  [9, '1 to 9 sworn'],
  [10, '10 to 24 sworn'],
  [24, '10 to 24 sworn'],
  [500, '500 or more sworn'],
  [undefined, 'Size not known'],
])('an agency of %s sworn is among those of %s', (sworn, band) => {
  expect(sizeBand(sworn)).toBe(band);
});

it('groups stand in the order of sizes, and of states by name', () => {
  const years = [
    year('a', 'arrests', 7, { sworn: 600, region: 'TX' }),
    year('b', 'arrests', 8, { sworn: 4, region: 'OR' }),
    year('c', 'arrests', 9, { sworn: undefined, region: 'AK' }),
  ];
  expect(totalsBy('size', 'arrests', years).map(({ group }) => group)).toEqual([
    '1 to 9 sworn',
    '500 or more sworn',
    'Size not known',
  ]);
  expect(totalsBy('state', 'arrests', years).map(({ group }) => group)).toEqual(['AK', 'OR', 'TX']);
});
