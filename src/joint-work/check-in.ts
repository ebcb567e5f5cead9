import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { Side } from '../partnership/partnership.ts';
import { askedFrom, type HalfYear } from './half-year.ts';
import type { NoJointAct } from './joint-act.ts';

/** What both sides are asked twice a year, in the order of the form. */
export const checkInQuestions = ['respect', 'reach', 'handover', 'meetings', 'people-helped'] as const;

export type CheckInQuestion = (typeof checkInQuestions)[number];

/** 1 (very poorly) to 5 (very well). */
export type Rating = 1 | 2 | 3 | 4 | 5;

export const ratings: readonly Rating[] = [1, 2, 3, 4, 5];

export interface CheckInAnswer {
  readonly ratings: Readonly<Record<CheckInQuestion, Rating>>;
  readonly goingWell: string;
  readonly wouldHelp: string;
  readonly isLiaisonInPlace: boolean;
}

export interface CheckIn extends CheckInAnswer {
  readonly half: HalfYear;
  readonly side: Side;
  /** Whom the agreement named on this side then. */
  readonly liaisonName: string;
  readonly answeredBy: string;
  readonly answeredAt: Date;
  readonly changedAt: Date | undefined;
  readonly revision: number;
}

/**
 * Whether a side may read the other's answer: once it has answered itself, or when the half-year is over. Nobody is to
 * answer after the other's words. The database keeps the same rule.
 */
export function mayReadOthers(half: HalfYear, hasAnswered: boolean, today: CalendarDate): boolean {
  return hasAnswered || half.endsOn < today;
}

/** Days after its confirmation in which a partnership has little to look back at, and is not asked. */
export const youngDays = 60;

/** Whether both sides are asked now how it is going: late in the half-year, of a partnership that has lasted a while. */
export function isCheckInAsked(asked: {
  readonly half: HalfYear;
  readonly confirmedOn: CalendarDate;
  readonly today: CalendarDate;
}): boolean {
  return asked.today >= askedFrom(asked.half) && asked.confirmedOn < addDays(asked.today, -youngDays);
}

/** What one side sees of a half-year. */
export interface CheckInPair {
  readonly half: HalfYear;
  readonly own: CheckIn | undefined;
  /** `closed` while the reader's own side has not answered; `missing` when there is none to read. */
  readonly others:
    | { readonly is: 'answered'; readonly answer: CheckIn }
    | { readonly is: 'closed' | 'missing' };
}

/** Each half-year that any answer is known of, and the present one, newest first, as one side may see it. */
export function checkInPairs(
  known: readonly CheckIn[],
  halves: readonly HalfYear[],
  reader: Side,
  today: CalendarDate,
): readonly CheckInPair[] {
  return halves.map((half) => {
    const ofHalf = known.filter((one) => one.half.startsOn === half.startsOn);
    const own = ofHalf.find(({ side }) => side === reader);
    const other = ofHalf.find(({ side }) => side !== reader);
    if (!mayReadOthers(half, own !== undefined, today)) return { half, own, others: { is: 'closed' } };
    return { half, own, others: other ? { is: 'answered', answer: other } : { is: 'missing' } };
  });
}

export type CheckInRefusal = NoJointAct | { readonly code: 'check-in-changed'; readonly now: CheckIn };
