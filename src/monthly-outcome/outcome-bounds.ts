import type { MonthCounts } from './outcome-counts.ts';
import { callsMeasure, type OutcomeMeasure } from './outcome-measure.ts';

/** A count that is larger than what it is a part of, or larger than one would expect beside it. */
export interface BoundCrossed {
  readonly measure: OutcomeMeasure;
  readonly count: number;
  readonly of: OutcomeMeasure;
  readonly limit: number;
}

/** These count some of the calls, so they are never more. */
const partsOfCalls: readonly OutcomeMeasure[] = ['trained-officer', 'provider-present', 'repeat-encounters'];

/**
 * These count people or acts on the calls. Two people may be hurt or taken along on one call, so more of them than calls
 * can be right; it is rare enough to look twice. Referrals and follow-ups may well be more.
 */
const rarelyMoreThanCalls: readonly OutcomeMeasure[] = [
  'uses-of-force',
  'officer-injuries',
  'subject-injuries',
  'transports',
  'arrests',
  'involuntary-commitments',
];

/** What can't be right: refused. */
export function impossibleCounts(counts: MonthCounts): readonly BoundCrossed[] {
  return crossed(counts, partsOfCalls);
}

/** What may be right and is worth a second look: shown, and never in the way. */
export function surprisingCounts(counts: MonthCounts): readonly BoundCrossed[] {
  return crossed(counts, rarelyMoreThanCalls);
}

function crossed(counts: MonthCounts, measures: readonly OutcomeMeasure[]): readonly BoundCrossed[] {
  const limit = counts[callsMeasure];
  if (limit === undefined) return [];
  return measures.flatMap((measure) => {
    const count = counts[measure];
    return count !== undefined && count > limit ? [{ measure, count, of: callsMeasure, limit }] : [];
  });
}
