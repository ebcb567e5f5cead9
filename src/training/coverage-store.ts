import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Program, programs } from '../campaign-rules/program.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { CoverageGroup, Presence } from './coverage-group.ts';
import type { Measure, PeopleStanding } from './people-query.ts';

/** Programs as bits, in the order of `programs`: what somebody holds is one number. */
const bitOf = sql.raw(
  `case program ${programs.map((program, place) => `when '${program}' then ${2 ** place}`).join(' ')} else 0 end`,
);

/**
 * What everybody holds on a day. A completion that lies ahead of today is a plan, also when a later day is asked
 * about.
 */
function held(agency: AgencyId, { day, today }: Measure) {
  return sql`select staff_id, bit_or(${bitOf}) as programs from training_record
    where agency_id = ${agency} and verdict = 'counts' and staff_id is not null
      and completed_on <= least(${day}::date, ${today}::date)
      and (valid_until is null or valid_until >= ${day}::date)
    group by staff_id`;
}

/** By name, as people of a language look it up, and as the index of the roster has it: of a person `m`. */
export const nameOrder = sql.raw(`m.family_name collate "und-x-icu", m.given_name collate "und-x-icu"`);

/** On the day of separation nobody is on staff any more: as `isOnStaff` has it. */
export function presence(day: CalendarDate) {
  return sql`case when separated_on <= ${day}::date then 'separated'
    when hired_on > ${day}::date then 'not-yet-hired' else 'on-staff' end`;
}

interface GroupRow {
  readonly kind: CoverageGroup['kind'];
  readonly category: string;
  readonly in_scope: boolean;
  readonly presence: Presence;
  readonly unit: string;
  readonly shift: string;
  readonly rank: string;
  readonly programs: number;
  readonly people: number;
}

/** Everybody the agency knows, grouped by all that coverage depends on, in one query. */
export async function listCoverageGroups(
  tx: Transaction,
  agency: AgencyId,
  measure: Measure,
): Promise<readonly CoverageGroup[]> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<GroupRow>`
    select m.kind, m.category, c.category is not null as in_scope, ${presence(measure.day)} as presence,
      m.unit, m.shift, m.rank, coalesce(h.programs, 0) as programs, count(*) as people
    from staff_member m
    left join (${held(agency, measure)}) h on h.staff_id = m.id
    left join agency_scope c on c.agency_id = ${agency} and c.category = m.category and m.kind = 'non-sworn'
    where m.agency_id = ${agency}
    group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(tx),
  );
  return rows.map((row) => ({
    kind: row.kind,
    inScope: row.kind === 'sworn' || row.in_scope,
    category: row.category,
    presence: row.presence,
    unit: row.unit,
    shift: row.shift,
    rank: row.rank,
    programs: programsIn(row.programs),
    people: row.people,
  }));
}

const known = new Map<number, readonly Program[]>();

function programsIn(bits: number): readonly Program[] {
  const found = known.get(bits) ?? programs.filter((_, place) => (bits & (2 ** place)) !== 0);
  known.set(bits, found);
  return found;
}

/** Somebody who is counted, and what they hold. */
export interface CountedStaff {
  readonly id: StaffId;
  readonly name: PersonName;
  readonly employeeNumber: string;
  readonly kind: CoverageGroup['kind'];
  readonly rank: string;
  readonly unit: string;
  readonly shift: string;
  readonly programs: readonly Program[];
  /** Programs they held before the day and hold no longer, with the last day of each. */
  readonly lapsed: readonly { readonly program: Program; readonly lastDay: CalendarDate }[];
}

export interface CountedStaffQuery extends Measure {
  readonly standing: PeopleStanding;
  /** The programs that count as advanced and as base under the rules; whether the base course is for all. */
  readonly advanced: readonly Program[];
  readonly base: readonly Program[];
  readonly baseForAll: boolean;
  readonly countsNonSworn: boolean;
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

/** One page of those who are counted and stand so, by name, and how many they are. */
export async function listCountedStaff(
  tx: Transaction,
  agency: AgencyId,
  query: CountedStaffQuery,
): Promise<{ readonly people: readonly CountedStaff[]; readonly total: number }> {
  const [advanced, base] = [bitsOf(query.advanced), bitsOf(query.base)];
  const programsOf = sql`coalesce(h.programs, 0)`;
  const standings = {
    untrained: sql`${programsOf} & ${advanced | base} = 0`,
    'base-missing': sql`${programsOf} & ${advanced} <> 0 and ${programsOf} & ${base} = 0 and ${query.baseForAll}`,
    advanced: sql`${programsOf} & ${advanced} <> 0`,
    base: sql`${programsOf} & ${advanced} = 0 and ${programsOf} & ${base} <> 0`,
    everyone: sql`true`,
  };
  const { rows } = await joiningManyRows(tx, () =>
    sql<CountedRow>`
    select m.id, m.family_name, m.given_name, m.middle_name, m.suffix, m.employee_number, m.kind, m.rank, m.unit,
      m.shift, ${programsOf} as programs, count(*) over () as total, ${lapsedOf(agency, query)} as lapsed
    from staff_member m
    left join (${held(agency, query)}) h on h.staff_id = m.id
    where m.agency_id = ${agency} and ${presence(query.day)} = 'on-staff'
      and (m.kind = 'sworn' or (${query.countsNonSworn} and m.category in
        (select category from agency_scope where agency_id = ${agency})))
      and ${standings[query.standing]} ${searchedFor(query.search)}
    order by ${nameOrder}, m.id
    limit ${query.limit} offset ${query.offset}`.execute(tx),
  );
  return { people: rows.map(countedStaff), total: rows[0]?.total ?? 0 };
}

/** Of a person `m` whose held programs are `h`: the programs that ended before the day and were not renewed. */
function lapsedOf(agency: AgencyId, { day }: Measure) {
  return sql`(select jsonb_agg(jsonb_build_object('program', program, 'lastDay', last_day) order by last_day)
    from (select program, max(valid_until) as last_day, bit_or(${bitOf}) as bit from training_record
          where agency_id = ${agency} and staff_id = m.id and verdict = 'counts' and valid_until < ${day}::date
          group by program) ended
    where coalesce(h.programs, 0) & bit = 0)`;
}

/** The condition that a person is one of those searched for. */
export function searchedFor(search: string) {
  const conditions = wordPatterns(search).map(
    (pattern) => sql`and (lower(m.family_name) like ${pattern} or lower(m.given_name) like ${pattern}
      or lower(m.employee_number) like ${pattern} or lower(m.badge) like ${pattern}
      or lower(m.unit) like ${pattern} or lower(m.rank) like ${pattern})`,
  );
  return sql.join(conditions, sql` `);
}

interface CountedRow {
  readonly id: StaffId;
  readonly family_name: string;
  readonly given_name: string;
  readonly middle_name: string;
  readonly suffix: string;
  readonly employee_number: string;
  readonly kind: CoverageGroup['kind'];
  readonly rank: string;
  readonly unit: string;
  readonly shift: string;
  readonly programs: number;
  readonly lapsed?: CountedStaff['lapsed'] | null;
  readonly total: number;
}

function countedStaff(row: CountedRow): CountedStaff {
  return {
    id: row.id,
    name: { family: row.family_name, given: row.given_name, middle: row.middle_name, suffix: row.suffix },
    employeeNumber: row.employee_number,
    kind: row.kind,
    rank: row.rank,
    unit: row.unit,
    shift: row.shift,
    programs: programsIn(row.programs),
    lapsed: row.lapsed ?? [],
  };
}

function bitsOf(wanted: readonly Program[]): number {
  return programs.reduce(
    (bits, program, place) => (wanted.includes(program) ? bits | (2 ** place) : bits),
    0,
  );
}

/** How many records wait for somebody, and how many there are. */
export async function countRecords(
  tx: Transaction,
  agency: AgencyId,
): Promise<{ readonly records: number; readonly unplaced: number; readonly doubtful: number }> {
  const { rows } = await sql<{ records: number; unplaced: number; doubtful: number }>`
    select count(*) filter (where verdict <> 'removed') as records,
      count(*) filter (where match in ('doubtful', 'unmatched') and verdict <> 'removed') as unplaced,
      count(*) filter (where verdict = 'doubtful') as doubtful
    from training_record where agency_id = ${agency}`.execute(tx);
  return rows[0] ?? { records: 0, unplaced: 0, doubtful: 0 };
}
