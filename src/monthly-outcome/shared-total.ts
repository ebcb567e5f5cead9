import { type Rate, rateOf } from './outcome-counts.ts';
import { callsMeasure, type OutcomeMeasure } from './outcome-measure.ts';

/** Counts below this and above zero could tell of one person: they stay with the agency and its partners. */
export const leastShown = 5;

/**
 * One agency's count of a year that is over, as the campaign is told of it. `hidden` stands for 1, 2, 3 or 4, and nothing
 * says which: whatever is made from these values can't tell either.
 */
export interface SharedYear {
  readonly agency: string;
  readonly region: string;
  readonly sworn: number | undefined;
  readonly measure: OutcomeMeasure;
  readonly count: number | 'hidden';
  /** Which months were counted: bit 0 is January. */
  readonly months: number;
}

/** What the campaign is told of an agency's count. */
export function shownCount(count: number): number | 'hidden' {
  return count > 0 && count < leastShown ? 'hidden' : count;
}

/** What many agencies' counts come to. `sum` holds what is shown alone; `hidden` agencies add 1 to 4 each, unknown. */
export interface SharedTotal {
  readonly measure: OutcomeMeasure;
  readonly sum: number;
  /** Agencies in the sum. */
  readonly agencies: number;
  readonly hidden: number;
  /** From agencies that counted both in the very same months of the year; undefined without any. */
  readonly rate: Rate | undefined;
}

/**
 * Adds up what is shown. Hidden counts are in no sum and no rate, so that none can be worked out by taking one figure from
 * another: this is instead of hiding further cells. For a rate both counts must be whole, shown years: a part of a year
 * would, beside the whole, tell of the rest.
 */
export function sharedTotal(measure: OutcomeMeasure, years: readonly SharedYear[]): SharedTotal {
  const of = years.filter((year) => year.measure === measure);
  const shown = of.flatMap(({ agency, count, months }) =>
    count === 'hidden' ? [] : [{ agency, count, months }],
  );
  const calls = new Map(
    years.filter((year) => year.measure === callsMeasure).map((year) => [year.agency, year]),
  );
  const paired = shown.flatMap(({ agency, count, months }) => {
    const beside = calls.get(agency);
    if (!beside || beside.count === 'hidden' || beside.months !== months) return [];
    return [{ count, calls: beside.count }];
  });
  return {
    measure,
    sum: sumOf(shown.map(({ count }) => count)),
    agencies: shown.length,
    hidden: of.length - shown.length,
    rate:
      measure === callsMeasure
        ? undefined
        : rateOf(sumOf(paired.map(({ count }) => count)), sumOf(paired.map((pair) => pair.calls))),
  };
}

/** Agencies by sworn officers, as their pledge gives them. */
export const sizeBands = [
  { code: '1-9', label: '1 to 9 sworn', least: 0 },
  { code: '10-24', label: '10 to 24 sworn', least: 10 },
  { code: '25-99', label: '25 to 99 sworn', least: 25 },
  { code: '100-499', label: '100 to 499 sworn', least: 100 },
  { code: '500+', label: '500 or more sworn', least: 500 },
] as const;

const sizeUnknown = 'Size not known';

export function sizeBand(sworn: number | undefined): string {
  if (sworn === undefined) return sizeUnknown;
  return sizeBands.findLast(({ least }) => sworn >= least)?.label ?? sizeBands[0].label;
}

export type SharedGrouping = 'state' | 'size';

/** The totals of one measure for each group of agencies, in the order of states or sizes. */
export function totalsBy(
  grouping: SharedGrouping,
  measure: OutcomeMeasure,
  years: readonly SharedYear[],
): readonly (SharedTotal & { readonly group: string })[] {
  const groups = Map.groupBy(years, ({ region, sworn }) => (grouping === 'state' ? region : sizeBand(sworn)));
  const bands: readonly string[] = [...sizeBands.map(({ label }) => label), sizeUnknown];
  const order = (group: string) => (grouping === 'size' ? bands.indexOf(group) : 0);
  return [...groups]
    .map(([group, members]) => ({ group, ...sharedTotal(measure, members) }))
    .filter(({ agencies, hidden }) => agencies + hidden > 0)
    .toSorted((a, b) => order(a.group) - order(b.group) || a.group.localeCompare(b.group));
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
