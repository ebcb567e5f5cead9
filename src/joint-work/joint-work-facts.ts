import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Side } from '../partnership/partnership.ts';

/** What a side said of its own liaison. `changed-since`: the agreement names somebody else today. */
export type LiaisonSaid = 'in-place' | 'gone' | 'changed-since';

/** The joint work of a partnership in days alone, without words or names: enough to judge it again later. */
export interface JointWorkFacts {
  /** Latest first, as all lists here. */
  readonly meetingsHeld: readonly CalendarDate[];
  readonly meetingsPlanned: readonly CalendarDate[];
  readonly trainings: readonly CalendarDate[];
  /** When the actions are due that nobody has done or dropped. */
  readonly openActionsDue: readonly CalendarDate[];
  readonly checkIns: readonly {
    readonly side: Side;
    /** The half-year's first day. */
    readonly startsOn: CalendarDate;
    readonly liaison: LiaisonSaid;
  }[];
}

export const noJointWork: JointWorkFacts = {
  meetingsHeld: [],
  meetingsPlanned: [],
  trainings: [],
  openActionsDue: [],
  checkIns: [],
};

/** How a side's liaison stands: named in the agreement, confirmed at the latest check-in, or gone by it. */
export function liaisonStanding(facts: JointWorkFacts, side: Side): 'named' | 'confirmed' | 'gone' {
  const latest = facts.checkIns
    .filter((one) => one.side === side)
    .toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : -1))[0];
  if (!latest || latest.liaison === 'changed-since') return 'named';
  return latest.liaison === 'gone' ? 'gone' : 'confirmed';
}
