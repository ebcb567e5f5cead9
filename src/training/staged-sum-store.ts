import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { countsOn } from './counting-records-store.ts';
import type { CourseInFile, StagedKind, TrainingReport } from './training-import.ts';

/** What the staged lines come to. */
export async function sumUpStagedRecords(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  today: CalendarDate,
): Promise<Pick<TrainingReport, 'counts' | 'worth' | 'people' | 'courses'>> {
  const { rows: groups } = await sql<{ kind: StagedKind; verdict: string; records: number }>`
    select kind, coalesce(together_verdict, verdict, '') as verdict, count(*) as records from training_staged
    where agency_id = ${agency} and import_id = ${id} group by 1, 2`.execute(tx);
  const { rows: people } = await sql<{ people: number }>`
    select count(distinct staff_id) as people from training_staged
    where agency_id = ${agency} and import_id = ${id}`.execute(tx);
  const total = (wanted: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(wanted).reduce((sum, { records }) => sum + records, 0);
  const added = (...verdicts: readonly string[]) =>
    total((group) => verdicts.includes(group.verdict) && (group.kind === 'new' || group.kind === 'review'));
  const ofKind = (kind: StagedKind) => total((group) => group.kind === kind);
  const counts = {
    new: ofKind('new'),
    review: ofKind('review'),
    here: ofKind('here'),
    refused: ofKind('refused'),
  };
  return {
    counts,
    worth: {
      counts: added('counts', 'day-of-class'),
      doubtful: added('doubtful'),
      other: added('does-not-count'),
    },
    people: people[0]?.people ?? 0,
    courses: await listStagedCourses(tx, agency, id, today),
  };
}

/** The courses of the file, those that concern the pledge first. */
async function listStagedCourses(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  today: CalendarDate,
): Promise<readonly CourseInFile[]> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<CourseInFile>`
    select min(s.course_title) as title, min(s.course_code) as code, s.hours, min(s.provider) as provider,
      count(*) as records,
      count(*) filter (where case when s.kind = 'here' then ${countsOn(sql`r`, sql`r.verdict`, today)}
        else s.kind = 'new' and ${countsOn(sql`s`, sql`coalesce(s.together_verdict, s.verdict)`, today)} end) as counting
    from training_staged s left join training_record r on r.agency_id = s.agency_id and r.id = s.id and s.kind = 'here'
    where s.agency_id = ${agency} and s.import_id = ${id} and s.kind <> 'refused'
    group by s.course_key, s.hours
    order by max(case when s.program <> 'none' then 2
                      when s.why_code in ('other-course', 'title-missing') then 0 else 1 end) desc,
      count(*) desc, 1
    limit 30`.execute(tx),
  );
  return rows.map((row) => ({ ...row, hours: row.hours ?? undefined }));
}
