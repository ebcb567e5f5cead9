import type { Month } from './month.ts';
import { callsMeasure, type OutcomeMeasure } from './outcome-measure.ts';

/** What was counted in one month; a measure that was not counted is missing, and zero is a count. */
export type MonthCounts = Readonly<Partial<Record<OutcomeMeasure, number>>>;

export type OutcomeCounts = ReadonlyMap<Month, MonthCounts>;

/** One month with all its counts. */
export interface CountedMonth {
  readonly month: Month;
  readonly counts: MonthCounts;
}

/** More than any agency answers in a month: a larger number is a slip of the keyboard. */
export const mostCounted = 1_000_000;

/** One count; how the store and files hold them. */
export interface CountedCell {
  readonly month: Month;
  readonly measure: OutcomeMeasure;
  readonly count: number;
}

export function countsOf(cells: readonly CountedCell[]): OutcomeCounts {
  const counts = new Map<Month, Partial<Record<OutcomeMeasure, number>>>();
  for (const { month, measure, count } of cells) {
    const known = counts.get(month) ?? {};
    known[measure] = count;
    counts.set(month, known);
  }
  return counts;
}

export function cellsOf(counts: OutcomeCounts): readonly CountedCell[] {
  return [...counts].flatMap(([month, of]) =>
    (Object.entries(of) as [OutcomeMeasure, number][]).map(([measure, count]) => ({ month, measure, count })),
  );
}

/** The sum over months in which a measure was counted, and how many months those are. */
export interface CountedSum {
  readonly sum: number;
  readonly months: number;
}

export function sumOver(
  counts: OutcomeCounts,
  months: readonly Month[],
  measure: OutcomeMeasure,
): CountedSum {
  const counted = months.flatMap((month) => counts.get(month)?.[measure] ?? []);
  return { sum: counted.reduce((sum, count) => sum + count, 0), months: counted.length };
}

/** What happened per 100 calls, from months in which both were counted; undefined without a call. */
export interface Rate {
  readonly count: number;
  readonly calls: number;
  readonly per100: number;
}

export function rateOver(
  counts: OutcomeCounts,
  months: readonly Month[],
  measure: OutcomeMeasure,
): Rate | undefined {
  const paired = months.filter((month) => {
    const of = counts.get(month);
    return of?.[measure] !== undefined && of[callsMeasure] !== undefined;
  });
  return rateOf(sumOver(counts, paired, measure).sum, sumOver(counts, paired, callsMeasure).sum);
}

export function rateOf(count: number, calls: number): Rate | undefined {
  return calls > 0 ? { count, calls, per100: (100 * count) / calls } : undefined;
}
