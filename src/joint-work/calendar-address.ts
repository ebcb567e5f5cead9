import { createHmac } from 'node:crypto';
import type { Brand } from '../brand.ts';
import type { Acting, AgencyId, PartnerId, PersonId } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';

export type CalendarAddressId = Brand<'CalendarAddressId'>;

/** What a calendar holds: the meetings of one partnership, or all of a side. */
export const calendarScopes = ['partnership', 'all'] as const;

export type CalendarScope = (typeof calendarScopes)[number];

/** Whose calendar: a person's on one side. */
export type CalendarOf = { readonly person: PersonId } & (
  | { readonly side: 'agency'; readonly agency: AgencyId }
  | { readonly side: 'partner'; readonly partner: PartnerId }
);

/** What the holder of an address may read, or that it no longer works. */
export type FoundCalendar =
  | { readonly works: true; readonly of: CalendarOf; readonly partnership: PartnershipId | undefined }
  | { readonly works: false };

/** The token of an address: 256 bits that nobody can work out who lacks the program's secret. */
export function calendarToken(id: CalendarAddressId, secret: string): string {
  return createHmac('sha256', secret).update(`calendar address ${id}`).digest('base64url');
}

/** Where a calendar program finds it. */
export function calendarPath(id: CalendarAddressId, secret: string): string {
  return `/calendars/${calendarToken(id, secret)}.ics`;
}

/** Its holder reads as that person would, and nothing more. */
export function actingOf(of: CalendarOf): Acting {
  const { person } = of;
  return of.side === 'agency'
    ? { as: 'agency', agency: of.agency, person }
    : { as: 'partner', partner: of.partner, person };
}
