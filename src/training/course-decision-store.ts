import { sql } from 'kysely';
import { isProgram } from '../campaign-rules/program.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { CourseDecision } from './course.ts';
import type { ProposedCourse } from './course-proposal.ts';

/** Every decision that holds for an agency: its own first, the campaign's after them, so that those prevail. */
export async function listCourseDecisions(
  tx: Transaction,
  agency: AgencyId,
): Promise<readonly CourseDecision[]> {
  const own = await tx
    .selectFrom('agency_course_decision')
    .select(['title', 'code', 'program'])
    .where('agency_id', '=', agency)
    .execute();
  const accepted = await tx
    .selectFrom('course_decision')
    .select(['title', 'code', 'provider', 'program', 'required_hours', 'validity_months'])
    .orderBy('place')
    .execute();
  return [
    ...own.map((row) => decisionOf({ ...row, provider: '' }, 'agency')),
    ...accepted.map((row) => decisionOf(row, 'campaign')),
  ];
}

interface DecisionRow {
  readonly title: string;
  readonly code: string;
  readonly provider: string;
  readonly program: string;
  readonly required_hours?: unknown;
  readonly validity_months?: number | null;
}

function decisionOf(row: DecisionRow, decidedBy: CourseDecision['decidedBy']): CourseDecision {
  const { title, code, provider, program } = row;
  return {
    title,
    code,
    provider,
    program: isProgram(program) ? program : 'none',
    requiredHours: row.required_hours == null ? undefined : Number(row.required_hours),
    validityMonths: row.validity_months ?? undefined,
    decidedBy,
  };
}

/** Courses the campaign decided about since the agency last looked, and how far that brings it. */
export async function listUnseenDecisions(
  tx: Transaction,
  agency: AgencyId,
): Promise<{ readonly courseKeys: readonly string[]; readonly place: number }> {
  const { rows } = await sql<{ course_key: string; place: number }>`
    select course_key, place from course_decision
    where place > coalesce((select decisions_seen from training_standing where agency_id = ${agency}), 0)
    order by place`.execute(tx);
  return { courseKeys: rows.map((row) => row.course_key), place: rows.at(-1)?.place ?? 0 };
}

export async function updateDecisionsSeen(tx: Transaction, agency: AgencyId, place: number): Promise<void> {
  await tx
    .insertInto('training_standing')
    .values({ agency_id: agency, decisions_seen: place })
    .onConflict((conflict) => conflict.column('agency_id').doUpdateSet({ decisions_seen: place }))
    .execute();
}

export interface OwnDecision {
  readonly courseKey: string;
  readonly title: string;
  readonly code: string;
  readonly program: 'cit' | 'crit' | 'mhfa' | 'none';
  readonly reason: string;
}

/** What the agency says a course was, in place of what it said before. */
export async function upsertOwnDecision(
  tx: Transaction,
  agency: AgencyId,
  decision: OwnDecision,
  by: PersonId,
): Promise<void> {
  const facts = {
    title: decision.title,
    code: decision.code,
    program: decision.program,
    reason: decision.reason,
    decided_by: by,
    decided_at: sql<Date>`now()`,
  };
  await tx
    .insertInto('agency_course_decision')
    .values({ agency_id: agency, course_key: decision.courseKey, ...facts })
    .onConflict((conflict) => conflict.columns(['agency_id', 'course_key']).doUpdateSet(facts))
    .execute();
}

/** Answers false when there was none. */
export async function deleteOwnDecision(
  tx: Transaction,
  agency: AgencyId,
  courseKey: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('agency_course_decision')
    .where('agency_id', '=', agency)
    .where('course_key', '=', courseKey)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function listOwnDecisions(tx: Transaction, agency: AgencyId): Promise<readonly OwnDecision[]> {
  const rows = await tx
    .selectFrom('agency_course_decision')
    .select(['course_key', 'title', 'code', 'program', 'reason'])
    .where('agency_id', '=', agency)
    .execute();
  return rows.map((row) => ({
    courseKey: row.course_key,
    title: row.title,
    code: row.code,
    program: row.program as OwnDecision['program'],
    reason: row.reason,
  }));
}

/** A fingerprint of everything decided about the agency's persons and courses. */
export async function decisionsFingerprint(tx: Transaction, agency: AgencyId): Promise<string> {
  const { rows } = await sql<{ fingerprint: string }>`
    select concat_ws(' ',
      (select max(place) from course_decision),
      (select count(*) || ' ' || max(decided_at) from agency_course_decision where agency_id = ${agency}),
      (select count(*) || ' ' || max(decided_at) from match_decision where agency_id = ${agency})
    ) as fingerprint`.execute(tx);
  return rows[0]?.fingerprint ?? '';
}

/** A course that the campaign has decided about for every agency. */
export interface AcceptedCourse {
  readonly title: string;
  readonly code: string;
  readonly provider: string;
  readonly program: string;
  readonly requiredHours: number | undefined;
  readonly reason: string;
  readonly decidedAt: Date;
}

/** Undefined when the course is accepted already. Decisions get their place in the order they are committed. */
export async function insertCourseDecision(
  tx: Transaction,
  course: ProposedCourse,
  reason: string,
  by: PersonId,
): Promise<number | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('course decisions', 0))`.execute(tx);
  const row = await tx
    .insertInto('course_decision')
    .values({
      course_key: course.courseKey,
      provider: course.provider,
      title: course.title,
      code: course.code,
      program: course.program,
      required_hours: course.hours,
      validity_months: course.validityMonths ?? null,
      reason,
      decided_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('place')
    .executeTakeFirst();
  return row?.place === undefined ? undefined : Number(row.place);
}

export async function listAcceptedCourses(
  tx: Transaction,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly AcceptedCourse[]> {
  const rows = await tx
    .selectFrom('course_decision')
    .selectAll()
    .orderBy('place', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({
    title: row.title,
    code: row.code,
    provider: row.provider,
    program: row.program,
    requiredHours: row.required_hours === null ? undefined : Number(row.required_hours),
    reason: row.reason,
    decidedAt: row.decided_at,
  }));
}

export async function isCourseAccepted(
  tx: Transaction,
  courseKey: string,
  provider: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('course_decision')
    .select('place')
    .where('course_key', '=', courseKey)
    .where('provider', 'in', ['', provider])
    .executeTakeFirst();
  return row !== undefined;
}
