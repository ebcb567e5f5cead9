import type { AgencyKind } from '../agency/agency-kind.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId } from '../database/acting.ts';

export type DirectoryStatus = 'pledged' | 'certified';
export type DirectorySort = 'name' | 'place' | 'pledged' | 'certified';

/** What the public sees of an agency in the list. */
export interface DirectoryEntry {
  readonly agency: AgencyId;
  readonly slug: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly city: string;
  /** The two letters of the state or province. */
  readonly region: string;
  readonly county: string | undefined;
  readonly website: string | undefined;
  readonly status: DirectoryStatus;
  readonly pledgedOn: CalendarDate;
  readonly certifiedOn: CalendarDate | undefined;
}

export interface DirectoryQuery {
  /** Words in the name, city or county. */
  readonly search: string;
  readonly region: string | undefined;
  readonly kind: AgencyKind | undefined;
  readonly status: DirectoryStatus | undefined;
  readonly sort: DirectorySort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** “elmfork.example/police” for `https://elmfork.example/police/`: as people write addresses. */
export function shownWebsite(url: string): string {
  return url.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}

/**
 * The agencies of the demonstration have their websites under .example, which RFC 2606 keeps free for examples: no
 * real agency can have one there, so that a fictional one is known wherever it is shown.
 */
export function isFictional({ website }: Pick<DirectoryEntry, 'website'>): boolean {
  return website !== undefined && /^[^/]+\.example$/i.test(shownWebsite(website).split(/[/:?#]/)[0] ?? '');
}
