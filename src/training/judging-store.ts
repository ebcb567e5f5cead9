import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { ClassJudgement, RecordToJudge } from './record-judging.ts';
import { aheadFact } from './recorded-ahead.ts';
import { notesFrom } from './stored-notes.ts';
import type { TrainingRecordId } from './stored-record.ts';

/** Whoever writes an agency's training records waits for the others who do. */
export async function lockTraining(tx: Transaction, agency: AgencyId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`training ${agency}`}, 0))`.execute(tx);
}

/** The records of these courses after `after`, in the order of their ids. */
export async function listRecordsOfCourses(
  tx: Transaction,
  agency: AgencyId,
  courseKeys: readonly string[],
  after: TrainingRecordId | undefined,
  limit: number,
): Promise<readonly RecordToJudge[]> {
  let rows = recordsToJudge(tx, agency).where('course_key', 'in', courseKeys);
  if (after) rows = rows.where('id', '>', after);
  return (await rows.orderBy('id').limit(limit).execute()).map(toRecord);
}

/** The records of these people that depend on each other (days of classes, MHFA and what renews it), by person. */
export async function listDayRecords(
  tx: Transaction,
  agency: AgencyId,
  people: readonly StaffId[],
): Promise<readonly (RecordToJudge & { readonly staffId: string })[]> {
  const rows = await recordsToJudge(tx, agency)
    .where(sql<boolean>`staff_id = any(${people}::uuid[])`)
    .where((record) => record.or([record('day_of', '<>', ''), record('program', '=', 'mhfa')]))
    .orderBy('staff_id')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...toRecord(row), staffId: row.staff_id ?? '' }));
}

/** People whom an import gave days that, with those they had, could reach the hours of a class, or MHFA to renew. */
export async function listPeopleWithDays(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
): Promise<readonly StaffId[]> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<{ staff_id: StaffId }>`
    select distinct staff_id from (
      select staff_id from training_record
      where agency_id = ${agency} and day_of <> '' and verdict <> 'removed' and staff_id in (
        select staff_id from training_staged
        where agency_id = ${agency} and import_id = ${id} and kind = 'new' and day_of <> '')
      group by staff_id, day_of
      having count(*) > 1 and sum(hours) >= split_part(day_of, '|', 2)::numeric
    ) enough
    union
    select staff_id from training_record
    where agency_id = ${agency} and ${isRenewal} and staff_id in (
      select staff_id from training_staged
      where agency_id = ${agency} and import_id = ${id} and kind = 'new' and program = 'mhfa')`.execute(tx),
  );
  return rows.map((row) => row.staff_id);
}

/** People with records of these courses that are, or were, days of a class, or MHFA that was renewed. */
export async function listPeopleOfCourses(
  tx: Transaction,
  agency: AgencyId,
  courseKeys: readonly string[],
): Promise<readonly StaffId[]> {
  const { rows } = await sql<{ staff_id: StaffId }>`
    select distinct staff_id from training_record
    where agency_id = ${agency} and course_key = any(${courseKeys}) and staff_id is not null
      and (day_of <> '' or (program = 'mhfa' and staff_id in (${peopleWhoRenewed(agency)})))`.execute(tx);
  return rows.map((row) => row.staff_id);
}

const isRenewal = sql`why_code like 'recertification-%' and verdict <> 'removed' and staff_id is not null`;

/** Everybody with a recertification, whatever it is worth. */
export function peopleWhoRenewed(agency: AgencyId) {
  return sql`select staff_id from training_record where agency_id = ${agency} and ${isRenewal}`;
}

/** Writes judgements in one statement. */
export async function updateJudgements(
  tx: Transaction,
  agency: AgencyId,
  judgements: readonly ClassJudgement[],
): Promise<void> {
  if (judgements.length === 0) return;
  const each = <Value>(of: (judgement: ClassJudgement) => Value) => judgements.map(of);
  await joiningManyRows(tx, () =>
    sql`
    update training_record r set verdict = j.verdict, program = j.program, why_code = j.why,
      valid_until = j.valid_until, day_of = j.day_of, class_rows = j.class_rows, class_id = j.class_id
    from unnest(${each(({ id }) => id)}::uuid[], ${each(({ verdict }) => verdict)}::text[],
      ${each(({ program }) => program)}::text[], ${each(({ why }) => why)}::text[],
      ${each(({ validUntil }) => validUntil ?? null)}::date[], ${each(({ dayOf }) => dayOf)}::text[],
      ${each(({ rows }) => rows)}::int[], ${each(({ classId }) => classId ?? null)}::uuid[]
    ) as j (id, verdict, program, why, valid_until, day_of, class_rows, class_id)
    where r.agency_id = ${agency} and r.id = j.id and r.verdict <> 'removed'`.execute(tx),
  );
}

function recordsToJudge(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('training_record')
    .select(['id', 'staff_id', 'course_title', 'course_code', 'hours', 'provider', 'result'])
    .select(['started_on', 'completed_on', 'expires_on', 'notes'])
    .where('agency_id', '=', agency)
    .where('verdict', '<>', 'removed');
}

/** A record on file or staged, as far as judging reads it. */
interface JudgedRow {
  readonly id: string | null;
  readonly course_title: string | null;
  readonly course_code: string | null;
  readonly hours: string | number | null;
  readonly provider: string | null;
  readonly result: string | null;
  readonly started_on: string | null;
  readonly completed_on: string | null;
  readonly expires_on: string | null;
  readonly notes: unknown;
}

export function toRecord(row: JudgedRow): RecordToJudge {
  return {
    id: row.id as TrainingRecordId,
    title: row.course_title ?? '',
    code: row.course_code ?? '',
    hours: row.hours === null ? undefined : Number(row.hours),
    provider: row.provider ?? '',
    result: row.result ?? '',
    startedOn: (row.started_on as CalendarDate | null) ?? undefined,
    completedOn: (row.completed_on as CalendarDate | null) ?? undefined,
    expiresOn: (row.expires_on as CalendarDate | null) ?? undefined,
    ...aheadFact(notesFrom(row.notes)),
  };
}
