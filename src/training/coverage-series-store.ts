import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Program, programs } from '../campaign-rules/program.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { CoverageGroup } from './coverage-group.ts';

/** Programs as bits, in the order of `programs`. */
const bitOf = sql.raw(
  `case r.program ${programs.map((program, place) => `when '${program}' then ${2 ** place}`).join(' ')} else 0 end`,
);

interface SeriesRow {
  readonly day: CalendarDate;
  readonly kind: CoverageGroup['kind'];
  readonly category: string;
  readonly in_scope: boolean;
  readonly programs: number;
  readonly people: number;
}

/**
 * Everybody on staff on each of these days, grouped by what coverage depends on, in one query. Units, shifts and ranks are
 * left out: of past days they aren't known.
 */
export async function listCoverageSeries(
  tx: Transaction,
  agency: AgencyId,
  days: readonly CalendarDate[],
  today: CalendarDate,
): Promise<ReadonlyMap<CalendarDate, readonly CoverageGroup[]>> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<SeriesRow>`
    with days as (select unnest(${[...days]}::date[]) as day),
    held as (
      select d.day, r.staff_id, bit_or(${bitOf}) as programs
      from training_record r join days d
        on r.completed_on <= least(d.day, ${today}::date) and (r.valid_until is null or r.valid_until >= d.day)
      where r.agency_id = ${agency} and r.verdict = 'counts' and r.staff_id is not null
      group by d.day, r.staff_id)
    select d.day, m.kind, m.category, c.category is not null as in_scope, coalesce(h.programs, 0) as programs,
      count(*) as people
    from staff_member m
    join days d on (m.separated_on is null or m.separated_on > d.day) and (m.hired_on is null or m.hired_on <= d.day)
    left join held h on h.staff_id = m.id and h.day = d.day
    left join agency_scope c on c.agency_id = ${agency} and c.category = m.category and m.kind = 'non-sworn'
    where m.agency_id = ${agency}
    group by 1, 2, 3, 4, 5`.execute(tx),
  );
  const groups = rows.map((row) => ({ day: row.day, group: groupOf(row) }));
  return new Map(
    Map.groupBy(groups, ({ day }) => day)
      .entries()
      .map(([day, of]) => [day, of.map(({ group }) => group)]),
  );
}

function groupOf(row: SeriesRow): CoverageGroup {
  return {
    kind: row.kind,
    inScope: row.kind === 'sworn' || row.in_scope,
    category: row.category,
    presence: 'on-staff',
    unit: '',
    shift: '',
    rank: '',
    programs: programs.filter((_: Program, place) => (row.programs & (2 ** place)) !== 0),
    people: row.people,
  };
}
