import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { ClassDay } from './class-day.ts';

export type ClassSessionId = Brand<'ClassSessionId'>;

/** What a training officer says about a class: one course, taught once, on one or several days. */
export interface ClassPlan {
  readonly course: string;
  /** What somebody attends to have taken the course, at most two decimals. */
  readonly hours: number;
  /** In the order of the calendar, at least one. */
  readonly days: readonly ClassDay[];
  readonly place: string;
  readonly seats: number;
  /** Names, as they stand on the sign-in sheet. */
  readonly instructors: readonly string[];
  /** The partnership whose partner teaches it. */
  readonly partnership: PartnershipId | undefined;
  /** Who else gives it; '' when the partner or nobody was named. */
  readonly provider: string;
}

/** A completed session has written its records; opened again, it is scheduled and says why. */
export type ClassSessionState =
  | { readonly is: 'scheduled'; readonly reopenedBecause: string | undefined }
  | { readonly is: 'completed'; readonly at: Date }
  | { readonly is: 'cancelled'; readonly at: Date; readonly reason: string };

export interface ClassSession extends ClassPlan {
  readonly id: ClassSessionId;
  readonly state: ClassSessionState;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly partnerName: string | undefined;
  /** People with a seat, also those who came without one. */
  readonly taken: number;
  readonly waiting: number;
}

/** Who gives the class, as a record names it. */
export function providerOf({
  provider,
  partnerName,
}: Pick<ClassSession, 'provider' | 'partnerName'>): string {
  return provider || (partnerName ?? '');
}

/** How a session stands on a day, in the words of its list. */
export type ClassPhase = 'coming' | 'under-way' | 'to-complete' | 'completed' | 'cancelled';

export function phaseOf(
  { state, startsOn, endsOn }: Pick<ClassSession, 'state' | 'startsOn' | 'endsOn'>,
  today: CalendarDate,
): ClassPhase {
  if (state.is !== 'scheduled') return state.is;
  if (today < startsOn) return 'coming';
  return today < endsOn ? 'under-way' : 'to-complete';
}

/** Whether the last day is past. Who is entered then was there, or should have been. */
export function isOver({ endsOn }: Pick<ClassSession, 'endsOn'>, today: CalendarDate): boolean {
  return endsOn < today;
}

/** The day that decides who is of the roster: somebody who left since may have been in a class of the past. */
export function rosterDay({ startsOn }: Pick<ClassSession, 'startsOn'>, today: CalendarDate): CalendarDate {
  return startsOn < today ? startsOn : today;
}

export type ClassRefusal =
  | { readonly code: 'session-not-found' }
  /** Completed or cancelled, maybe by somebody else a moment before. */
  | { readonly code: 'session-closed'; readonly state: 'completed' | 'cancelled' }
  | { readonly code: 'session-not-completed' }
  | { readonly code: 'session-not-over'; readonly endsOn: CalendarDate }
  | { readonly code: 'session-not-begun'; readonly startsOn: CalendarDate }
  | { readonly code: 'seats-taken'; readonly taken: number }
  | { readonly code: 'day-attended'; readonly day: CalendarDate }
  | { readonly code: 'day-not-held' }
  | { readonly code: 'day-ahead'; readonly day: CalendarDate }
  | { readonly code: 'seat-not-found' }
  | { readonly code: 'nobody-chosen' }
  | { readonly code: 'nobody-came' }
  | { readonly code: 'attendance-missing'; readonly people: number }
  | { readonly code: 'partnership-not-found' };

/** Who has a seat in which way; `walk-in` came without one. */
export type SeatState = 'enrolled' | 'waiting' | 'walk-in' | 'withdrawn';

/** What completing the session came to for somebody. */
export type SeatOutcome = 'recorded' | 'recorded-before' | 'incomplete';

/** Whether somebody with this seat takes part, so that attendance is taken of them. */
export function takesPart(state: SeatState): boolean {
  return state === 'enrolled' || state === 'walk-in';
}

/** How many of those who wait can move up. People who came without a seat take one. */
export function freeSeats(seats: number, taken: number): number {
  return Math.max(0, seats - taken);
}

export interface Enrolled {
  readonly enrolled: readonly StaffId[];
  readonly waiting: readonly StaffId[];
}

/** Gives out the free seats in the order asked; who comes after the last one waits. */
export function giveSeats(asked: readonly StaffId[], free: number): Enrolled {
  return { enrolled: asked.slice(0, free), waiting: asked.slice(free) };
}
