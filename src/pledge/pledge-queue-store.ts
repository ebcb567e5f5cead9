import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import type { PledgeStateName } from './pledge.ts';
import { type PledgeLine, type PledgeQuery, type PledgeSort, pledgesPerPage } from './pledge-queue.ts';

interface LineRow {
  readonly slug: string;
  readonly name: string;
  readonly city: string;
  readonly region: string;
  readonly time_zone: string;
  readonly state: string;
  readonly since: Date;
  readonly target_on: string | null;
  readonly asks_for_time: boolean;
  readonly certified: boolean;
  readonly total: number;
}

const orders: Readonly<Record<PledgeSort, string>> = {
  name: 'name collate "und-x-icu"',
  waiting: 'since',
  target: 'target_on',
};

/** One page of the queue and how many there are in all, in one query. */
export async function listPledges(
  tx: Transaction,
  { filter, search, sort, direction, page }: PledgeQuery,
): Promise<{ readonly lines: readonly PledgeLine[]; readonly total: number }> {
  const order = sql.raw(
    `${orders[sort]} ${direction === 'ascending' ? 'asc' : 'desc'} nulls last, ${orders.name}, slug`,
  );
  const words = `%${likeText(search)}%`;
  const { rows } = await sql<LineRow>`
    with newest as (
      select distinct on (agency_id) agency_id, id, state, target_on, created_at,
        case when state = 'awaiting-signature' then created_at else coalesce(signed_at, created_at) end as since
      from pledge order by agency_id, created_at desc
    ), standing as (
      select newest.*, state = 'active' and id in (
          select s.pledge_id from certificate c
          join submission s on s.agency_id = c.agency_id and s.id = c.submission_id) as certified
      from newest
    )
    select a.slug, a.name, a.city, a.region, a.time_zone, p.state, p.since, p.target_on,
      p.certified, x.agency_id is not null as asks_for_time, count(*) over () as total
    from standing p
    join agency a on a.id = p.agency_id
    left join pledge_extension x on x.agency_id = p.agency_id and x.state = 'asked'
    where (${filter} = 'all' or (p.state = ${filter} and not p.certified) or (${filter} = 'certified' and p.certified)
        or (${filter} in ('more-time', 'awaiting-campaign') and x.agency_id is not null)
        or (${filter} = 'awaiting-campaign' and p.state = 'awaiting-acceptance'))
      and (${search} = '' or a.name ilike ${words} or a.city ilike ${words} or a.ori ilike ${`${likeText(search)}%`})
    order by ${order}
    limit ${pledgesPerPage} offset ${(page - 1) * pledgesPerPage}`.execute(tx);
  return { lines: rows.map(lineOf), total: rows[0]?.total ?? 0 };
}

/** Pledges that wait for the campaign: signed ones, and those whose agency asks for more time. */
export async function countWaiting(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select (select count(*) from pledge where state = 'awaiting-acceptance')
      + (select count(*) from pledge_extension where state = 'asked') as waiting`.execute(tx);
  return rows[0]?.waiting ?? 0;
}

/** Signs that `like` reads as wildcards stand for themselves. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function lineOf(row: LineRow): PledgeLine {
  return {
    slug: row.slug,
    name: row.name,
    city: row.city,
    region: row.region,
    timeZone: row.time_zone,
    state: row.state as PledgeStateName,
    since: row.since,
    targetOn: (row.target_on ?? undefined) as CalendarDate | undefined,
    asksForTime: row.asks_for_time,
    certified: row.certified,
  };
}
