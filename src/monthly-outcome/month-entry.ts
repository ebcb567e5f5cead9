import type { Month } from './month.ts';
import { type BoundCrossed, impossibleCounts } from './outcome-bounds.ts';
import type { MonthCounts } from './outcome-counts.ts';
import type { OutcomeMeasure } from './outcome-measure.ts';

/** What a person says of a month: counts, and measures that were not counted. Left blank means: as it is. */
export interface MonthEntry {
  readonly counts: MonthCounts;
  readonly notCounted: readonly OutcomeMeasure[];
}

/** A month as a form shows it. */
export interface ShownMonth {
  readonly month: Month;
  readonly counts: MonthCounts;
  readonly revision: number;
}

export type OutcomeRefusal =
  /** Somebody else has changed the month meanwhile; `now` is how it stands, `revision` of it. */
  | { readonly code: 'month-changed'; readonly now: MonthCounts; readonly revision: number }
  | { readonly code: 'counts-impossible'; readonly crossed: readonly BoundCrossed[] }
  | { readonly code: 'month-not-over' }
  | { readonly code: 'setting-changed' };

/** The month as it will be once the entry is saved. */
export function afterEntry(now: MonthCounts, { counts, notCounted }: MonthEntry): MonthCounts {
  const kept = Object.entries(now).filter(([measure]) => !notCounted.some((gone) => gone === measure));
  return { ...Object.fromEntries(kept), ...counts };
}

/** What makes an entry impossible beside the counts that stay. */
export function entryTrouble(now: MonthCounts, entry: MonthEntry): readonly BoundCrossed[] {
  return impossibleCounts(afterEntry(now, entry));
}
