import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyPolicy } from './policy.ts';

/** Where a version stands in its life. What is in effect and due for review follows from its dates alone. */
export type PolicyLife =
  | 'draft'
  | 'partner-review'
  | 'adopted'
  | 'in-effect'
  | 'review-due'
  | 'superseded'
  | 'rescinded';

type Version = Pick<AgencyPolicy, 'id' | 'state' | 'effectiveOn' | 'reviewOn' | 'sharedAt'>;

/** Where one of an agency's versions stands on a day, seen among all of them. */
export function policyLife(policy: Version, versions: readonly Version[], today: CalendarDate): PolicyLife {
  switch (policy.state.is) {
    case 'draft':
      return policy.sharedAt ? 'partner-review' : 'draft';
    case 'rescinded':
      return 'rescinded';
    case 'adopted':
    case 'superseded':
      if (versionInEffect(versions, today)?.id !== policy.id)
        return policy.state.is === 'adopted' ? 'adopted' : 'superseded';
      return policy.reviewOn !== undefined && policy.reviewOn <= today ? 'review-due' : 'in-effect';
  }
}

/**
 * The version that staff follow on a day: the adopted one from its effective day on, and until then the one it
 * replaces. Once a policy is rescinded, none, also none of those before it.
 */
export function versionInEffect<One extends Version>(
  versions: readonly One[],
  today: CalendarDate,
): One | undefined {
  const adopted = versions.find(({ state }) => state.is === 'adopted');
  if (!adopted) return undefined;
  if (isEffective(adopted, today)) return adopted;
  return versions
    .filter((version) => version.state.is === 'superseded' && isEffective(version, today))
    .toSorted((a, b) => adoptedAt(b) - adoptedAt(a))[0];
}

/** The version whose rescission left the agency without a policy; undefined while one is in force, or there never was one. */
export function lastRescinded<One extends Version>(versions: readonly One[]): One | undefined {
  if (versions.some(({ state }) => state.is === 'adopted')) return undefined;
  return versions
    .filter(({ state }) => state.is === 'rescinded')
    .toSorted((a, b) => rescindedAt(b) - rescindedAt(a))[0];
}

/** From when a version is in effect: from the day it states, but not before it was adopted. A draft has no adoption. */
export function inEffectFrom(
  stated: CalendarDate | undefined,
  adoptedOn: CalendarDate | undefined,
): CalendarDate | undefined {
  return stated !== undefined && adoptedOn !== undefined && adoptedOn > stated ? adoptedOn : stated;
}

/** Whether a draft states a day gone by, so that it may be adopted as in effect from today; its next review lies ahead still. */
export function mayBeFromToday(
  { effectiveOn, reviewOn }: Pick<AgencyPolicy, 'effectiveOn' | 'reviewOn'>,
  today: CalendarDate,
): boolean {
  return effectiveOn !== undefined && effectiveOn < today && (reviewOn === undefined || reviewOn > today);
}

/**
 * The earliest day on which an adopted version can have been read and signed: the day it was issued, or adopted,
 * whichever came first. Agencies hand out an order to be signed before it is adopted or takes effect, and adopt some
 * that were never issued anew; on a day before both nobody had it.
 */
export function firstDayOf({ state, issuedOn }: Pick<AgencyPolicy, 'state' | 'issuedOn'>) {
  const days = [issuedOn, state.is === 'draft' ? undefined : state.adoption.on];
  return days.filter((day) => day !== undefined).toSorted()[0];
}

function isEffective({ effectiveOn }: Version, today: CalendarDate): boolean {
  return effectiveOn !== undefined && effectiveOn <= today;
}

function rescindedAt({ state }: Version): number {
  return state.is === 'rescinded' ? state.rescission.at.getTime() : 0;
}

function adoptedAt({ state }: Version): number {
  return state.is === 'draft' ? 0 : state.adoption.at.getTime();
}
