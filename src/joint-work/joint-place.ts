import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace, PartnerPlace } from '../identity/viewer.ts';
import type { Partnership, Side } from '../partnership/partnership.ts';
import type { PartnershipOnDay } from '../partnership/partnership-on-day.ts';

interface SharedPlace {
  readonly partnership: PartnershipOnDay;
  /** This side's address of the partnership. */
  readonly base: string;
  /** Whether the reader's roles let them change anything here: not for a partner of the agency where they work. */
  readonly isEditor: boolean;
  /** Today on the agency's clock, which both sides go by. */
  readonly today: CalendarDate;
}

/** A partnership as one of its sides looks at it. */
export type JointPlace = SharedPlace &
  (
    | { readonly side: 'agency'; readonly agency: AgencyPlace }
    | { readonly side: 'partner'; readonly partner: PartnerPlace }
  );

/**
 * Whether the two work together: from the first confirmation until a side ends it. A change of the agreement that
 * waits for an answer interrupts no meeting.
 */
export function isShared({ state }: Pick<Partnership, 'state'>): boolean {
  return state.is === 'active';
}

/** Whether the reader may change something now. */
export function mayChange({ partnership, isEditor }: Pick<SharedPlace, 'partnership' | 'isEditor'>): boolean {
  return isEditor && isShared(partnership);
}

/** What a side is called: the agency's or the organization's name. */
export function sideName({ agency, partner }: Pick<Partnership, 'agency' | 'partner'>, side: Side): string {
  return side === 'agency' ? agency.name : partner.name;
}

export const sides: readonly Side[] = ['agency', 'partner'];
