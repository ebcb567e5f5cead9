import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { countsOn } from './counting-records-store.ts';
import type { Course } from './course.ts';
import { relatedSubjects } from './course-words.ts';

/** A course that the agency's records name, in its usual spelling, with its hours. */
export interface CourseTaken extends Course {
  readonly courseKey: string;
  readonly code: string;
  readonly provider: string;
  readonly records: number;
  /** Of them, those that count for somebody today. */
  readonly counting: number;
}

interface CourseRow {
  readonly course_key: string;
  readonly title: string;
  readonly code: string;
  readonly provider: string;
  readonly hours: number | null;
  readonly records: number;
  readonly counting: number;
  readonly total: number;
}

/** Courses on the subject that nothing more is known of, such as one without its hours. */
const isOnSubject = sql`' ' || regexp_replace(lower(course_title), '[^a-z0-9]+', ' ', 'g') || ' '
  ~ any(${relatedSubjects.map(({ pattern }) => pattern.source)}::text[])`;

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
    /** The day on which records count or don't; the database's own when left out. */
    readonly today?: CalendarDate | undefined;
  },
): Promise<{ readonly courses: readonly CourseTaken[]; readonly total: number }> {
  const related = query.related
    ? sql`and (program <> 'none' or why_code not in ('other-course', 'title-missing') or ${isOnSubject})`
    : sql``;
  const one = query.courseKey === undefined ? sql`` : sql`and course_key = ${query.courseKey}`;
  const day = query.today === undefined ? sql`current_date` : sql`${query.today}`;
  const pattern = `%${query.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<CourseRow>`
    select course_key, mode() within group (order by course_title) as title, min(course_code) as code,
      mode() within group (order by provider) as provider, hours, count(*) as records,
      count(*) filter (where ${countsOn(sql`training_record`, sql`verdict`, day)}) as counting,
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
    counting: row.counting,
  }));
  return { courses, total: rows[0]?.total ?? 0 };
}
