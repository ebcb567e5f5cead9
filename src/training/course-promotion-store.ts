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

/** What agencies say of courses, those that most of them say first; one course and program with `only`. */
export async function listSaidCourses(
  tx: Transaction,
  limit: number,
  only?: Pick<SaidCourse, 'courseKey' | 'program'>,
): Promise<readonly SaidCourse[]> {
  const one = only ? sql`and d.course_key = ${only.courseKey} and d.program = ${only.program}` : sql``;
  const { rows } = await sql<SaidRow>`
    select d.course_key, d.program, mode() within group (order by d.title) as title, min(d.code) as code,
      json_agg(json_build_object('agency', a.id, 'agencyName', a.name, 'reason', d.reason)
        order by d.decided_at desc, a.id) as sayings
    from agency_course_decision d join agency a on a.id = d.agency_id
    where not exists (select from course_decision c where c.course_key = d.course_key and c.provider = '') ${one}
    group by d.course_key, d.program
    order by count(*) desc, d.course_key, d.program
    limit ${limit}`.execute(tx);
  return rows.map(({ course_key: courseKey, ...said }) => ({ courseKey, ...said }));
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
