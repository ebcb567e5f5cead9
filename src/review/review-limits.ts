import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';

/** How long a review may take on each side, and how often an agency may answer. Local discretion, set by the campaign. */
export interface ReviewLimits {
  /** Days from sending in to the campaign's answer; a target, nothing ends with it. */
  readonly targetDays: number;
  /** Days from a return, or a closing, to the last day the agency may answer it or appeal. */
  readonly answerDays: number;
  /** How often an agency may answer a return before its case closes. */
  readonly followUps: number;
}

/** The day by which the campaign means to have answered what was sent in on `sentOn`. */
export function targetDay(sentOn: CalendarDate, { targetDays }: ReviewLimits): CalendarDate {
  return addDays(sentOn, targetDays);
}

/** The last day to answer what was returned, or to appeal what was closed, on `decidedOn`. */
export function lastAnswerDay(decidedOn: CalendarDate, { answerDays }: ReviewLimits): CalendarDate {
  return addDays(decidedOn, answerDays);
}

/** How often the agency may still answer, after a case came back `returns` times and was reopened `reopenings` times. */
export function followUpsLeft(
  { followUps }: ReviewLimits,
  of: { readonly returns: number; readonly reopenings: number },
): number {
  return Math.max(0, followUps + of.reopenings + 1 - of.returns);
}
