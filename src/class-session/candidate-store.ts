import { sql } from 'kysely';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { Program } from '../campaign-rules/program.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { type Candidate, type CandidateReason, endsSoonDays } from './candidate.ts';
import type { ClassSessionId, SeatState } from './class-session.ts';

/** Whom a course helps, and under which rules. */
export interface CandidateQuery {
  readonly advanced: readonly Program[];
  readonly base: readonly Program[];
  /** What the course counts as; undefined for one that counts for nothing: then nobody is proposed. */
  readonly category: 'advanced' | 'base' | undefined;
  readonly baseForAll: boolean;
  readonly countsNonSworn: boolean;
  /** Whether the agency still misses people with an advanced course. */
  readonly isAdvancedShort: boolean;
  readonly search: string;
  readonly today: CalendarDate;
  /** Whoever was on staff on this day can be chosen. */
  readonly onStaffOn: CalendarDate;
  readonly limit: number;
  readonly offset: number;
}

interface CandidateRow {
  readonly id: StaffId;
  readonly family_name: string;
  readonly given_name: string;
  readonly middle_name: string;
  readonly suffix: string;
  readonly employee_number: string;
  readonly badge: string;
  readonly rank: string;
  readonly unit: string;
  readonly seat: SeatState | null;
  readonly need: number;
  readonly last_day: CalendarDate | null;
  readonly total: number;
}

/** One page of those on staff: who needs the course for the pledge first, then whose certificate ends soon. */
export async function listCandidates(
  tx: Transaction,
  agency: AgencyId,
  session: ClassSessionId,
  query: CandidateQuery,
): Promise<{ readonly candidates: readonly Candidate[]; readonly total: number }> {
  const { category, today } = query;
  const same = category === 'advanced' ? query.advanced : [...query.advanced, ...query.base];
  const until = addDays(today, endsSoonDays);
  const matches = wordPatterns(query.search).map(
    (pattern) => sql`and (lower(m.family_name) like ${pattern} or lower(m.given_name) like ${pattern}
      or lower(m.employee_number) like ${pattern} or lower(m.badge) like ${pattern}
      or lower(m.unit) like ${pattern} or lower(m.rank) like ${pattern})`,
  );
  const isCounted = sql`(m.kind = 'sworn' or ${query.countsNonSworn}::boolean and m.category in
    (select category from agency_scope where agency_id = ${agency}))`;
  const need = sql`case
    when ${category === undefined}::boolean or not ${isCounted} then 5
    when not coalesce(h.has_advanced or h.has_base, false) then 1
    when ${category === 'base' && query.baseForAll}::boolean and not h.has_base then 2
    when h.last_day <= ${until}::date then 3
    when ${category === 'advanced' && query.isAdvancedShort}::boolean and m.kind = 'sworn' and not h.has_advanced then 4
    else 5 end`;
  const { rows } = await joiningManyRows(tx, () =>
    sql<CandidateRow>`
    select m.id, m.family_name, m.given_name, m.middle_name, m.suffix, m.employee_number, m.badge, m.rank, m.unit,
      t.state as seat, ${need} as need, nullif(h.last_day, 'infinity') as last_day, count(*) over () as total
    from staff_member m
    left join (
      select staff_id, bool_or(program = any(${query.advanced}::text[])) as has_advanced,
        bool_or(program = any(${query.base}::text[])) as has_base,
        max(coalesce(valid_until, 'infinity')) filter (where program = any(${same}::text[])) as last_day
      from training_record
      where agency_id = ${agency} and verdict = 'counts' and staff_id is not null
        and completed_on <= ${today}::date and (valid_until is null or valid_until >= ${today}::date)
      group by staff_id
    ) h on h.staff_id = m.id
    left join class_seat t on t.agency_id = ${agency} and t.session_id = ${session} and t.staff_id = m.id
      and t.state <> 'withdrawn'
    where m.agency_id = ${agency} and (m.separated_on is null or m.separated_on > ${query.onStaffOn}::date)
      ${sql.join(matches, sql` `)}
    order by need, case when ${need} = 3 then h.last_day end, m.family_name, m.given_name, m.id
    limit ${query.limit} offset ${query.offset}`.execute(tx),
  );
  return { candidates: rows.map(candidateOf), total: Number(rows[0]?.total ?? 0) };
}

function candidateOf(row: CandidateRow): Candidate {
  return {
    member: {
      id: row.id,
      name: { family: row.family_name, given: row.given_name, middle: row.middle_name, suffix: row.suffix },
      employeeNumber: row.employee_number,
      badge: row.badge,
      rank: row.rank,
      unit: row.unit,
    },
    reason: reasonOf(row),
    seat: row.seat ?? undefined,
  };
}

function reasonOf({ need, last_day }: CandidateRow): CandidateReason {
  if (need === 1) return { is: 'untrained' };
  if (need === 2) return { is: 'base-missing' };
  if (need === 3 && last_day) return { is: 'ends-soon', lastDay: last_day };
  return need === 4 ? { is: 'no-advanced' } : { is: 'none' };
}
