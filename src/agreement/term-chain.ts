import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';

/** From when to when both sides agreed to something; without a first day from when they agreed. */
export interface Term {
  readonly termStartsOn: CalendarDate | undefined;
  readonly termEndsOn: CalendarDate | undefined;
}

/** `holds` also for a term that is over, as long as nothing agreed later has begun. */
export type TermStanding = 'holds' | 'ahead' | 'replaced';

/**
 * Where an agreed term stands on a day. What was agreed later takes its place on the later one's first day, and before
 * that only where it begins no earlier.
 */
export function termStanding(of: Term, later: readonly Term[], today: CalendarDate): TermStanding {
  const begins = of.termStartsOn ?? '';
  const isReplaced = later.some(({ termStartsOn = '' }) => termStartsOn <= today || termStartsOn <= begins);
  if (isReplaced) return 'replaced';
  return begins > today ? 'ahead' : 'holds';
}

/** Of what was agreed, the latest first: what covers the day, else what comes next, else what was last. */
export function holdingOn<Agreed extends Term>(
  agreed: readonly Agreed[],
  today: CalendarDate,
): Agreed | undefined {
  const standing = (wanted: TermStanding) =>
    agreed.filter((one, place) => termStanding(one, agreed.slice(0, place), today) === wanted);
  const [held] = standing('holds');
  if (held && (held.termEndsOn === undefined || held.termEndsOn >= today)) return held;
  // What comes next was agreed before what comes after it.
  return standing('ahead').at(-1) ?? held ?? agreed[0];
}

/** Of what was agreed, the latest first: what begins after the day, in the order of beginning. */
export function aheadOn<Agreed extends Term>(
  agreed: readonly Agreed[],
  today: CalendarDate,
): readonly Agreed[] {
  return agreed
    .filter((one, place) => termStanding(one, agreed.slice(0, place), today) === 'ahead')
    .toReversed();
}

/** Days that no agreed term covers, between one that is agreed and the next. */
export interface TermGap {
  /** The first and the last day without a term. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The first gap that is not over on the day, in what was agreed, the latest first. */
export function termGap(agreed: readonly Term[], today: CalendarDate): TermGap | undefined {
  const standing = (wanted: TermStanding) =>
    agreed.filter((one, place) => termStanding(one, agreed.slice(0, place), today) === wanted);
  const [held] = standing('holds');
  const chain = [...(held ? [held] : []), ...standing('ahead').reverse()];
  for (const [place, { termEndsOn }] of chain.entries()) {
    const next = chain[place + 1]?.termStartsOn;
    if (!termEndsOn || !next) continue;
    const from = addDays(termEndsOn, 1);
    if (from < next) return { from, to: addDays(next, -1) };
  }
  return undefined;
}
