import type { CalendarDate } from '../calendar/calendar-date.ts';

/** The day coverage is asked about, and the day it is asked on. */
export interface Measure {
  readonly day: CalendarDate;
  readonly today: CalendarDate;
}

/** Whom to list: by where they stand under the rules. */
export type PeopleStanding = 'untrained' | 'base-missing' | 'advanced' | 'base' | 'everyone';

export const peopleStandings: readonly PeopleStanding[] = [
  'untrained',
  'base-missing',
  'advanced',
  'base',
  'everyone',
];
