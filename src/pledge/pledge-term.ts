import { addMonths, type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { PledgeTerm } from './pledge.ts';

/** The days of a pledge accepted on `takenOn` with a target of `months`: the last day is the rules' longest term. */
export function beginTerm(rules: CampaignRules, takenOn: CalendarDate, months: number): PledgeTerm {
  return {
    takenOn,
    targetOn: addMonths(takenOn, months),
    limitOn: addMonths(takenOn, rules.term.longestMonths),
  };
}

/** Whether an agency may choose this length: whole months within the rules' bounds. */
export function isTargetLength(rules: CampaignRules, months: number): boolean {
  const { shortestMonths, longestMonths } = rules.term;
  return Number.isInteger(months) && months >= shortestMonths && months <= longestMonths;
}

/** A day to be done by, seen from today. The day itself is still in time. */
export type Deadline =
  | { readonly is: 'ahead'; readonly on: CalendarDate; readonly days: number }
  | { readonly is: 'today'; readonly on: CalendarDate }
  | { readonly is: 'past'; readonly on: CalendarDate; readonly days: number };

export function deadline(on: CalendarDate, today: CalendarDate): Deadline {
  const days = daysBetween(today, on);
  if (days === 0) return { is: 'today', on };
  return days > 0 ? { is: 'ahead', on, days } : { is: 'past', on, days: -days };
}

/** How far past its last day a pledge can be extended: the campaign publishes no bound, so this is this program's. */
export const monthsBeyondLimit = 12;

export type ExtensionRefusal = 'not-later' | 'not-ahead' | 'too-late';

/** Why a new target day can't be asked for, or undefined when it can. */
export function extensionRefusal(
  term: PledgeTerm,
  to: CalendarDate,
  today: CalendarDate,
): ExtensionRefusal | undefined {
  if (to <= term.targetOn) return 'not-later';
  if (to <= today) return 'not-ahead';
  return to > latestExtension(term) ? 'too-late' : undefined;
}

export function latestExtension(term: PledgeTerm): CalendarDate {
  return addMonths(term.limitOn, monthsBeyondLimit);
}

/** Past the term's last day an extension is an exception from the rules, which only an administrator grants. */
export function isBeyondLimit(term: PledgeTerm, to: CalendarDate): boolean {
  return to > term.limitOn;
}

/** The days of the pledge after an extension: the last day moves only when the new target lies past it. */
export function extendTerm(term: PledgeTerm, to: CalendarDate): PledgeTerm {
  return { ...term, targetOn: to, limitOn: isBeyondLimit(term, to) ? to : term.limitOn };
}
