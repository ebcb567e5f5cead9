import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Program } from '../campaign-rules/program.ts';
import { categoryOf } from '../campaign-rules/training-category.ts';
import { hasLeft, isOnStaff, type StaffMember } from '../roster/staff-member.ts';
import { programsHeld } from '../training/programs-held.ts';
import { isHeldOn, type QualifyingRecord } from '../training/qualifying-record.ts';
import { standingOf } from '../training/standing.ts';

/** Where one person stands, and what they still need. */
export type OwnStanding =
  | { readonly is: 'not-counted'; readonly because: 'left' | 'not-yet-hired' | 'out-of-scope' }
  | { readonly is: 'trained'; readonly by: 'advanced' | 'base' }
  /** A crisis course is there, and the rules ask for the base course of everyone. */
  | { readonly is: 'base-missing' }
  | { readonly is: 'untrained' };

export function ownStanding(
  rules: CampaignRules,
  member: Pick<StaffMember, 'kind' | 'hiredOn' | 'separatedOn'>,
  isInScope: boolean,
  records: readonly QualifyingRecord[],
  today: CalendarDate,
): OwnStanding {
  if (hasLeft(member, today)) return { is: 'not-counted', because: 'left' };
  if (!isOnStaff(member, today)) return { is: 'not-counted', because: 'not-yet-hired' };
  const countsNonSworn = isInScope && rules.trained.of === 'sworn-and-selected-non-sworn';
  if (member.kind === 'non-sworn' && !countsNonSworn) return { is: 'not-counted', because: 'out-of-scope' };
  const standing = standingOf(rules, programsHeld(records, today));
  if (standing === 'advanced' || standing === 'base') return { is: 'trained', by: standing };
  return { is: standing === 'untrained' ? 'untrained' : 'base-missing' };
}

/** The last day of a program that somebody holds. */
export interface OwnEnding {
  readonly program: Program;
  readonly lastDay: CalendarDate;
}

const daysAhead = 180;

/** What counts under the rules and ends within 180 days, the next to end first; a later record goes before. */
export function endingSoon(
  rules: CampaignRules,
  records: readonly QualifyingRecord[],
  today: CalendarDate,
): readonly OwnEnding[] {
  const until = addDays(today, daysAhead);
  return programsHeld(records, today)
    .filter((program) => categoryOf(rules, program) !== undefined)
    .flatMap((program) => {
      const held = records.filter((record) => record.program === program && isHeldOn(record, today));
      const ends = held.map((record) => (record.verdict === 'counts' ? record.validUntil : undefined));
      const lastDay = ends.includes(undefined)
        ? undefined
        : ends
            .filter((day) => day !== undefined)
            .toSorted()
            .at(-1);
      return lastDay && lastDay <= until ? [{ program, lastDay }] : [];
    })
    .toSorted((one, other) => (one.lastDay < other.lastDay ? -1 : 1));
}
