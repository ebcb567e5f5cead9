import type { Coverage } from '../training/coverage.ts';
import type { Baseline } from './baseline.ts';
import { type Month, monthAfter, monthsFrom, yearOf } from './month.ts';
import { type OutcomeCounts, type Rate, rateOf, rateOver, sumOver } from './outcome-counts.ts';
import { callsMeasure, type OutcomeMeasure } from './outcome-measure.ts';

/** What somebody asks to be shown. */
export interface ViewAsked {
  readonly measure: OutcomeMeasure;
  /** Months shown; those that `shownMonths` names without them. */
  readonly first: Month | undefined;
  readonly last: Month | undefined;
}

/** All that the page of an agency's counts is made of. */
export interface OutcomeView {
  readonly measure: OutcomeMeasure;
  readonly first: Month;
  readonly last: Month;
  readonly counts: OutcomeCounts;
  readonly baseline: Baseline | undefined;
  /** At the end of each month; undefined where the reader may not see the roster. */
  readonly coverage: ReadonlyMap<Month, Coverage> | undefined;
}

/** One month of the chart and its table. */
export interface ViewedMonth {
  readonly month: Month;
  readonly count: number | undefined;
  readonly calls: number | undefined;
  /** What the chart shows: the rate per 100 calls, of calls their number; undefined where it can't be told. */
  readonly value: number | undefined;
  readonly isBaseline: boolean;
  readonly coverage: CoverageShares | undefined;
}

/** Shares in percent (0 to 100) of those who are counted. */
export interface CoverageShares {
  readonly trained: number;
  readonly advanced: number;
}

export function viewedMonths(view: OutcomeView): readonly ViewedMonth[] {
  const { measure, counts, baseline } = view;
  return monthsFrom(view.first, view.last).map((month) => {
    const of = counts.get(month);
    const [count, calls] = [of?.[measure], of?.[callsMeasure]];
    const rate = count === undefined || calls === undefined ? undefined : rateOf(count, calls)?.per100;
    return {
      month,
      count,
      calls,
      value: measure === callsMeasure ? count : rate,
      isBaseline: baseline !== undefined && month >= baseline.first && month <= baseline.last,
      coverage: sharesOf(view.coverage?.get(month)),
    };
  });
}

function sharesOf(coverage: Coverage | undefined): CoverageShares | undefined {
  if (!coverage || coverage.sworn === 0) return undefined;
  const { sworn, advanced, base, nonSworn } = coverage;
  return {
    trained: (100 * (advanced + base + nonSworn.trained)) / (sworn + nonSworn.inScope),
    advanced: (100 * advanced) / sworn,
  };
}

/** A figure over some months: of calls their number a month, of everything else the rate per 100 calls. */
export type PeriodFigure =
  | { readonly is: 'a-month'; readonly average: number; readonly sum: number; readonly months: number }
  | ({ readonly is: 'per-100' } & Rate);

/** Before and after: the baseline, and the last twelve months shown that are no part of it. */
export interface Comparison {
  readonly baseline: PeriodFigure | undefined;
  readonly recent: PeriodFigure | undefined;
  readonly recentFirst: Month;
  readonly recentLast: Month;
}

export function comparison({ measure, counts, baseline, last }: OutcomeView): Comparison {
  const yearAgo = monthAfter(last, -11);
  const afterBaseline = baseline ? monthAfter(baseline.last) : yearAgo;
  const recentFirst = afterBaseline > yearAgo && afterBaseline <= last ? afterBaseline : yearAgo;
  return {
    baseline: baseline && figureOver(counts, monthsFrom(baseline.first, baseline.last), measure),
    recent: figureOver(counts, monthsFrom(recentFirst, last), measure),
    recentFirst,
    recentLast: last,
  };
}

function figureOver(
  counts: OutcomeCounts,
  months: readonly Month[],
  measure: OutcomeMeasure,
): PeriodFigure | undefined {
  if (measure !== callsMeasure) {
    const rate = rateOver(counts, months, measure);
    return rate && { is: 'per-100', ...rate };
  }
  const { sum, months: counted } = sumOver(counts, months, measure);
  return counted === 0 ? undefined : { is: 'a-month', average: sum / counted, sum, months: counted };
}

/** The number that a chart draws of a figure. */
export function levelOf(figure: PeriodFigure | undefined): number | undefined {
  return figure?.is === 'a-month' ? figure.average : figure?.per100;
}

/** Below this many events, one more or less moves a rate visibly. Local discretion: a rule of thumb, and said as such. */
const fewEvents = 20;

export function isFewEvents(figure: PeriodFigure | undefined): boolean {
  return figure?.is === 'per-100' && figure.count < fewEvents;
}

/** From the first year with counts to the present one. */
export function yearsWithCounts(counts: OutcomeCounts, latest: Month): readonly number[] {
  const first = Math.min(yearOf(monthAfter(latest, -1)), ...[...counts.keys()].map(yearOf));
  return Array.from({ length: yearOf(latest) - first + 1 }, (_, at) => first + at);
}
