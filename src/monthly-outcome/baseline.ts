import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Month, monthAfter, monthOf } from './month.ts';

/** The months that later ones are held against, both included. */
export interface Baseline {
  readonly first: Month;
  readonly last: Month;
}

/** The twelve months before the one the pledge was taken in: the year before the work began. */
export function baselineBefore(takenOn: CalendarDate): Baseline {
  const taken = monthOf(takenOn);
  return { first: monthAfter(taken, -12), last: monthAfter(taken, -1) };
}

/** How many months a chart has room for. */
export const mostMonthsShown = 48;

/**
 * The months shown without a choice: from the baseline's first month to the last month that is over; never more than fit,
 * and then the latest. Twelve months where there is no baseline.
 */
export function shownMonths(
  baseline: Baseline | undefined,
  today: CalendarDate,
): { first: Month; last: Month } {
  const last = monthAfter(monthOf(today), -1);
  const earliest = monthAfter(last, 1 - mostMonthsShown);
  if (!baseline || baseline.first >= last) return { first: monthAfter(last, -11), last };
  const isTooFar = baseline.first < earliest;
  return { first: isTooFar ? earliest : baseline.first, last };
}

/** Whether a chart has room for the months from one to another, and there are any. */
export function isShowable(first: Month, last: Month): boolean {
  return first <= last && last < monthAfter(first, mostMonthsShown);
}
