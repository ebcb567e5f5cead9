import type { CalendarDate } from '../calendar/calendar-date.ts';

/** What an agency may need from a partner, in the order in which they are counted. */
export const waitingKinds = [
  'agreement',
  'lapsed',
  'review',
  'action',
  'check-in',
  'policy-comment',
] as const;

export type WaitingKind = (typeof waitingKinds)[number];

/** One thing that waits for the partner's people, in one partnership. */
export interface WaitingThing {
  readonly kind: WaitingKind;
  readonly agency: string;
  /** What it is about, where the kind does not say it all: an action's words. */
  readonly about?: string | undefined;
  readonly href: string;
  /** The day on the agency's clock, and whether it is past there. */
  readonly due?: { readonly on: CalendarDate; readonly isOverdue: boolean } | undefined;
}

/** The most urgent first: what is late, then what has a day by that day, then what has none, each by agency. */
export function byUrgency(things: readonly WaitingThing[]): readonly WaitingThing[] {
  const late = ({ due }: WaitingThing) => Number(due?.isOverdue ?? false);
  const day = ({ due }: WaitingThing) => due?.on ?? '9999-12-31';
  return [...things].sort(
    (a, b) => late(b) - late(a) || day(a).localeCompare(day(b)) || a.agency.localeCompare(b.agency, 'en-US'),
  );
}

export interface WaitingCounts {
  readonly all: number;
  readonly overdue: number;
  readonly kinds: readonly { readonly kind: WaitingKind; readonly count: number }[];
}

/** How much waits, by kind; a kind of which nothing waits is left out. */
export function waitingCounts(things: readonly WaitingThing[]): WaitingCounts {
  const of = (kind: WaitingKind) => things.filter((thing) => thing.kind === kind).length;
  return {
    all: things.length,
    overdue: things.filter(({ due }) => due?.isOverdue).length,
    kinds: waitingKinds.map((kind) => ({ kind, count: of(kind) })).filter(({ count }) => count > 0),
  };
}
