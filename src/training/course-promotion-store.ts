import { sql } from 'kysely';
import type { PersonId, Transaction } from '../database/acting.ts';
import type { PromotedLimits, SaidCourse } from './course-promotion.ts';

interface SaidRow {
  readonly course_key: string;
  readonly program: SaidCourse['program'];
  readonly title: string;
  readonly code: string;
  readonly sayings: SaidCourse['sayings'];
}

export interface SaidQuery {
  readonly search: string;
  readonly sort: 'course' | 'program' | 'agencies';
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** Those that most agencies say first. */
const mostSaid: SaidQuery = { search: '', sort: 'agencies', descending: true, limit: 1, offset: 0 };

/** What agencies say of courses, those that most of them say first; one course and program with `only`. */
export async function listSaidCourses(
  tx: Transaction,
  limit: number,
  only?: Pick<SaidCourse, 'courseKey' | 'program'>,
): Promise<readonly SaidCourse[]> {
  return (await pageOfSaidCourses(tx, { ...mostSaid, limit }, only)).said;
}

const orders = {
  course: sql`lower(mode() within group (order by d.title))`,
  program: sql`d.program`,
  agencies: sql`count(*)`,
} as const;

/** One page of what agencies say of courses, and how many there are with the words searched for. */
export async function pageOfSaidCourses(
  tx: Transaction,
  query: SaidQuery,
  only?: Pick<SaidCourse, 'courseKey' | 'program'>,
): Promise<{ readonly said: readonly SaidCourse[]; readonly total: number }> {
  const one = only ? sql`and d.course_key = ${only.courseKey} and d.program = ${only.program}` : sql``;
  const pattern = `%${query.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const direction = query.descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<SaidRow & { readonly total: number }>`
    select d.course_key, d.program, mode() within group (order by d.title) as title, min(d.code) as code,
      json_agg(json_build_object('agency', a.id, 'agencyName', a.name, 'reason', d.reason)
        order by d.decided_at desc, a.id) as sayings,
      count(*) over () as total
    from agency_course_decision d join agency a on a.id = d.agency_id
    where not exists (select from course_decision c where c.course_key = d.course_key and c.provider = '') ${one}
    group by d.course_key, d.program
    having ${query.search}::text = '' or bool_or(
      lower(d.title) like ${pattern} or lower(d.code) like ${pattern} or lower(a.name) like ${pattern})
    order by ${orders[query.sort]} ${direction}, d.course_key, d.program
    limit ${query.limit} offset ${query.offset}`.execute(tx);
  const said = rows.map(({ course_key: courseKey, total: _, ...course }) => ({ courseKey, ...course }));
  return { said, total: rows[0]?.total ?? 0 };
}

/** Answers false when the campaign has decided about the course. Decisions get their place as they are committed. */
export async function insertPromotedDecision(
  tx: Transaction,
  { courseKey, title, code, program }: SaidCourse,
  limits: PromotedLimits,
  reason: string,
  by: PersonId,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('course decisions', 0))`.execute(tx);
  const row = await tx
    .insertInto('course_decision')
    .values({
      course_key: courseKey,
      provider: '',
      title: title || code,
      code,
      program,
      required_hours: limits.requiredHours ?? null,
      validity_months: limits.validityMonths ?? null,
      reason,
      decided_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('place')
    .executeTakeFirst();
  return row !== undefined;
}
