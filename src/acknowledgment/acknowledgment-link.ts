import type { CalendarDate } from '../calendar/calendar-date.ts';

/** How long an emailed link works, in days. */
export const linkDays = 45;

interface Rescinded {
  readonly is: 'rescinded';
  readonly from: CalendarDate;
}

/** What an emailed link comes to. */
export type LinkState =
  | { readonly is: 'open' }
  /** By this link or in any other way. */
  | {
      readonly is: 'acknowledged';
      readonly on: CalendarDate;
      /** What became of the version since; undefined while it is in effect. */
      readonly since: { readonly is: 'replaced' } | Rescinded | undefined;
    }
  | { readonly is: 'expired' }
  /** What was given by it, or by another link of the same person, was taken back later. */
  | { readonly is: 'used' }
  /** Another version is in effect, or none. */
  | { readonly is: 'replaced' }
  | Rescinded
  /** Its person has left. */
  | { readonly is: 'not-asked' };

/** One link, for one person and one version. */
export interface AcknowledgmentLink {
  readonly agency: { readonly name: string; readonly timeZone: string };
  /** “Dana Birch Jr.” */
  readonly person: string;
  readonly policy: {
    readonly title: string;
    readonly number: string;
    readonly effectiveOn: CalendarDate | undefined;
  };
  readonly document: {
    readonly name: string;
    readonly mediaType: string;
    /** Bytes. */
    readonly size: number;
    readonly sha256: string;
  };
  readonly state: LinkState;
}

/** What was acknowledged stays so, also once the link's time is over; and a used link stays used. */
export function linkState(link: {
  readonly acknowledgedOn: CalendarDate | undefined;
  readonly isAsked: boolean;
  readonly isInEffect: boolean;
  readonly rescindedOn: CalendarDate | undefined;
  readonly isUsed: boolean;
  readonly isExpired: boolean;
}): LinkState {
  const since = whatBecame(link);
  if (link.acknowledgedOn) return { is: 'acknowledged', on: link.acknowledgedOn, since };
  if (!link.isAsked) return { is: 'not-asked' };
  if (since) return since;
  if (link.isUsed) return { is: 'used' };
  return link.isExpired ? { is: 'expired' } : { is: 'open' };
}

function whatBecame({
  isInEffect,
  rescindedOn,
}: {
  readonly isInEffect: boolean;
  readonly rescindedOn: CalendarDate | undefined;
}): { readonly is: 'replaced' } | Rescinded | undefined {
  if (rescindedOn) return { is: 'rescinded', from: rescindedOn };
  return isInEffect ? undefined : { is: 'replaced' };
}
