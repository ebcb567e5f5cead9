import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { Course } from './course.ts';

/** A course that the agency's records name, in its usual spelling, with its hours. */
export interface CourseTaken extends Course {
  readonly courseKey: string;
  readonly code: string;
  readonly provider: string;
  readonly records: number;
}

interface CourseRow {
  readonly course_key: string;
  readonly title: string;
  readonly code: string;
  readonly provider: string;
  readonly hours: number | null;
  readonly records: number;
  readonly total: number;
}

/** One page of courses, the most taken first; `related` leaves out those that the pledge isn't about. */
export async function listCourses(
  tx: Transaction,
  agency: AgencyId,
  query: {
    readonly related: boolean;
    readonly search: string;
    readonly courseKey?: string | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly courses: readonly CourseTaken[]; readonly total: number }> {
  const related = query.related
    ? sql`and (program <> 'none' or why_code not in ('other-course', 'title-missing'))`
    : sql``;
  const one = query.courseKey === undefined ? sql`` : sql`and course_key = ${query.courseKey}`;
  const pattern = `%${query.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<CourseRow>`
    select course_key, mode() within group (order by course_title) as title, min(course_code) as code,
      mode() within group (order by provider) as provider, hours, count(*) as records,
      count(*) over () as total
    from training_record
    where agency_id = ${agency} and verdict <> 'removed' ${related} ${one}
      and (${query.search} = '' or lower(course_title) like ${pattern} or lower(course_code) like ${pattern})
    group by course_key, hours
    order by count(*) desc, course_key, hours
    limit ${query.limit} offset ${query.offset}`.execute(tx);
  const courses = rows.map((row) => ({
    courseKey: row.course_key,
    title: row.title,
    code: row.code,
    provider: row.provider,
    hours: row.hours ?? undefined,
    records: row.records,
  }));
  return { courses, total: rows[0]?.total ?? 0 };
}
