import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { programs } from '../campaign-rules/program.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { HeldSpan, SharedHistory } from './coverage-series.ts';

interface HistoryRow {
  readonly kind: SharedHistory['kind'];
  readonly category: string;
  readonly in_scope: boolean;
  readonly first: number;
  readonly until: number;
  readonly spans: readonly number[] | null;
  readonly people: number;
}

/**
 * Everybody of the agency by when they were on staff and what they held, told in places among these days, in one query.
 * `days` are sorted, and none lies ahead of today.
 *
 * Nobody is looked at once a day: `width_bucket` says how many of the days lie on or before a date, and people to whom
 * the same happened between the same days come as one row. What they held comes as one number a span, see `spanOf`.
 */
export async function listSharedHistories(
  tx: Transaction,
  agency: AgencyId,
  days: readonly CalendarDate[],
): Promise<readonly SharedHistory[]> {
  const all = sql`${[...days]}::date[]`;
  const firstFrom = (date: string) => sql`width_bucket(${sql.ref(date)} - 1, ${all})`;
  const base = days.length + 1;
  const { rows } = await joiningManyRows(tx, () =>
    sql<HistoryRow>`
    with span as (
      select staff_id, array_position(${[...programs]}::text[], program) - 1 as program,
        ${firstFrom('completed_on')} as first, coalesce(width_bucket(valid_until, ${all}), ${days.length}) as until
      from training_record
      where agency_id = ${agency} and verdict = 'counts' and staff_id is not null),
    held as (
      select staff_id, array_agg((program * ${base} + first) * ${base} + until) as spans
      from span where first < until and program is not null
      group by staff_id),
    person as (
      select id, kind, category, coalesce(${firstFrom('hired_on')}, 0) as first,
        coalesce(${firstFrom('separated_on')}, ${days.length}) as until
      from staff_member where agency_id = ${agency})
    select p.kind, p.category, c.category is not null as in_scope, p.first, p.until, h.spans, count(*) as people
    from person p
    left join held h on h.staff_id = p.id
    left join agency_scope c on c.agency_id = ${agency} and c.category = p.category and p.kind = 'non-sworn'
    where p.first < p.until
    group by 1, 2, 3, 4, 5, 6`.execute(tx),
  );
  return rows.map((row) => ({
    kind: row.kind,
    category: row.category,
    inScope: row.kind === 'sworn' || row.in_scope,
    first: row.first,
    until: row.until,
    held: (row.spans ?? []).flatMap((span) => spanOf(span, base)),
    people: row.people,
  }));
}

/** The number's digits in this base are the program's place among all, the first day and the day after the last. */
function spanOf(digits: number, base: number): readonly HeldSpan[] {
  const program = programs[Math.floor(digits / base ** 2)];
  return program ? [{ program, first: Math.floor(digits / base) % base, until: digits % base }] : [];
}
