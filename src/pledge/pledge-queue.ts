import type { Agency } from '../agency/agency.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type PledgeStateName, pledgeStateNames } from './pledge.ts';

/**
 * Which pledges the campaign looks at. `awaiting-campaign`: all that wait for its word, signed pledges and requests for
 * more time; `more-time`: the latter alone; `active` leaves out those that led to a certificate: they are `certified`.
 */
export type PledgeFilter = PledgeStateName | 'awaiting-campaign' | 'more-time' | 'certified' | 'all';

export const pledgeFilters: readonly PledgeFilter[] = [
  'awaiting-campaign',
  'awaiting-acceptance',
  'more-time',
  ...pledgeStateNames.filter((name) => name !== 'awaiting-acceptance'),
  'certified',
  'all',
];

export const pledgeSorts = ['name', 'waiting', 'target'] as const;
export type PledgeSort = (typeof pledgeSorts)[number];

export interface PledgeQuery {
  readonly filter: PledgeFilter;
  /** Words of the name, the city, or the beginning of the ORI; '' for all. */
  readonly search: string;
  readonly sort: PledgeSort;
  readonly direction: 'ascending' | 'descending';
  /** Counted from 1. */
  readonly page: number;
}

export const pledgesPerPage = 25;

/** One line of the queue: an agency with its newest pledge. */
export interface PledgeLine extends Pick<Agency, 'slug' | 'name' | 'city' | 'region' | 'timeZone'> {
  readonly state: PledgeStateName;
  /** When it came to where it stands as far as waiting counts: signed, or begun while unsigned. */
  readonly since: Date;
  readonly targetOn: CalendarDate | undefined;
  readonly asksForTime: boolean;
  /** Whether a certificate was issued under the pledge. */
  readonly certified: boolean;
}

/** Reads the query of the address; what makes no sense falls back to the beginning of the queue. */
export function readPledgeQuery(asked: (name: string) => string | undefined): PledgeQuery {
  const page = Number(asked('page') ?? '1');
  return {
    filter: pledgeFilters.find((filter) => filter === asked('state')) ?? 'awaiting-campaign',
    search: (asked('search') ?? '').trim().slice(0, 100),
    sort: pledgeSorts.find((sort) => sort === asked('sort')) ?? 'waiting',
    direction: asked('direction') === 'descending' ? 'descending' : 'ascending',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}
