import type { CalendarDate } from '../calendar/calendar-date.ts';

/** What an agency may need from a partner. */
export type WaitingKind = 'agreement' | 'action' | 'check-in' | 'policy-comment';

/** One thing that waits for the partner's people, in one partnership. */
export interface WaitingThing {
  readonly kind: WaitingKind;
  readonly agency: string;
  /** What it is about, where the kind does not say it all: an action's words. */
  readonly about?: string | undefined;
  readonly href: string;
  readonly dueOn?: CalendarDate | undefined;
}

/** The most urgent first: what has a day by that day, then what has none, each by agency. */
export function byUrgency(things: readonly WaitingThing[]): readonly WaitingThing[] {
  const day = ({ dueOn }: WaitingThing) => dueOn ?? '9999-12-31';
  return [...things].sort(
    (a, b) => day(a).localeCompare(day(b)) || a.agency.localeCompare(b.agency, 'en-US'),
  );
}
