import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import { sizeBands } from '../monthly-outcome/shared-total.ts';
import type { Figures, Grouping, WaitingCases } from './figures.ts';

/** The bands' codes are ours, never anybody's input. */
const sizeOf = sql.raw(
  `case ${sizeBands
    .toReversed()
    .map(({ code, least }) => `when p.sworn_headcount >= ${least} then '${code}'`)
    .join(' ')} end`,
);

const groupOf: Readonly<Record<Grouping, ReturnType<typeof sql.raw>>> = {
  state: sql.raw('a.region'),
  type: sql.raw('a.kind'),
  size: sizeOf,
};

interface FigureRow {
  /** Null in the row of all agencies. */
  readonly group: string | null;
  readonly pledged: number;
  readonly new_pledges: number;
  readonly withdrawn: number;
  readonly certified: number;
  readonly new_certificates: number;
  readonly median_days: number | null;
  readonly rounds: string | null;
  readonly trained: number;
  readonly advanced: number;
}

/**
 * The figures of the days from `from` to `until`, both included, in one question whatever the number of agencies: of all
 * of them (group '') and of each group. Each pledge stands with its newest certificate of that time.
 */
export async function sumUpFigures(
  tx: Transaction,
  grouping: Grouping,
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<{ readonly all: Figures; readonly groups: readonly Figures[] }> {
  const { rows } = await sql<FigureRow>`
    with pledged as (
      select p.agency_id, p.id, p.taken_on, ${groupOf[grouping]} as "group",
        coalesce((p.withdrawn_at at time zone a.time_zone)::date > ${until}::date, true) as is_live,
        coalesce((p.withdrawn_at at time zone a.time_zone)::date between ${from}::date and ${until}::date, false) as is_ended
      from pledge p join agency a on a.id = p.agency_id
      where p.taken_on <= ${until}::date
    ), earned as (
      select distinct on (s.agency_id, s.pledge_id) s.agency_id, s.pledge_id, s.round, c.certified_on,
        l.trained, l.advanced, coalesce((
          select e.act from certificate_event e
          where e.agency_id = c.agency_id and e.certificate_id = c.id and e.happened_on <= ${until}::date
            and e.act in ('suspended', 'reinstated', 'revoked', 'lapsed', 'withdrawn')
          order by e.place desc limit 1), 'reinstated') = 'reinstated' as counts
      from certificate c
      join submission s on s.agency_id = c.agency_id and s.id = c.submission_id
      join acknowledgment_letter l on l.agency_id = c.agency_id and l.certificate_id = c.id
      where c.certified_on <= ${until}::date
      order by s.agency_id, s.pledge_id, c.certified_on desc, c.number desc
    )
    select p."group",
      count(*) filter (where p.is_live) as pledged,
      count(*) filter (where p.taken_on >= ${from}::date) as new_pledges,
      count(*) filter (where p.is_ended) as withdrawn,
      count(*) filter (where e.counts and p.is_live) as certified,
      count(*) filter (where e.certified_on >= ${from}::date) as new_certificates,
      percentile_cont(0.5) within group (order by e.certified_on - p.taken_on)
        filter (where e.certified_on >= ${from}::date) as median_days,
      avg(e.round) filter (where e.certified_on >= ${from}::date) as rounds,
      coalesce(sum(e.trained) filter (where e.counts and p.is_live), 0)::float8 as trained,
      coalesce(sum(e.advanced) filter (where e.counts and p.is_live), 0)::float8 as advanced
    from pledged p left join earned e on e.agency_id = p.agency_id and e.pledge_id = p.id
    group by grouping sets ((), (p."group")) order by grouping(p."group") desc, 1`.execute(tx);
  const [all, ...groups] = rows.map(figuresOf);
  if (!all) throw new Error('There is a sum of nothing, too.');
  return { all, groups };
}

function figuresOf(row: FigureRow): Figures {
  return {
    group: row.group ?? '',
    pledged: row.pledged,
    newPledges: row.new_pledges,
    withdrawn: row.withdrawn,
    certified: row.certified,
    newCertificates: row.new_certificates,
    medianDays: row.median_days === null ? undefined : Math.round(row.median_days),
    rounds: row.rounds === null ? undefined : Number(row.rounds),
    trained: row.trained,
    advanced: row.advanced,
  };
}

/** Where cases wait now, and since when the oldest does; an appeal waits beside the case that it is about. */
export async function listWaitingCases(tx: Transaction): Promise<readonly WaitingCases[]> {
  const { rows } = await sql<WaitingCases>`
    select state, count(*) as cases, min(since) as oldest from (
      select 'appeal' as state, filed_at as since from review_appeal where state = 'waiting'
      union all
      select state, submitted_at from submission
      where state in ('waiting', 'in-review', 'awaiting-approval', 'returned') and not exists (
        select from submission later where later.agency_id = submission.agency_id
          and later.pledge_id = submission.pledge_id and later.round > submission.round)
    ) waits
    group by state order by min(since)`.execute(tx);
  return rows;
}
