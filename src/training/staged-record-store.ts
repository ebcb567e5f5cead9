import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { CopyRows, CopyValue } from '../database/copying.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { ShownRows } from '../file-import/import-desk.tsx';
import type { StaffId } from '../roster/staff-member.ts';
import { countsOn } from './counting-records-store.ts';
import { recordColumns } from './record-row.ts';
import { aheadFact } from './recorded-ahead.ts';
import type { StagedRecord } from './staged-record.ts';
import { notesFrom } from './stored-notes.ts';
import type { Judgement, RecordMatchState, TrainingRecordId } from './stored-record.ts';
import type { CourseInFile, StagedKind, TrainingReport } from './training-import.ts';

const stagedColumns = ['agency_id', 'import_id', 'import_row', 'kind', 'remark', ...recordColumns];

/** Stages the lines of a file, then finds those that are here already or come twice. */
export async function insertStagedRecords(
  tx: Transaction,
  copy: CopyRows,
  agency: AgencyId,
  id: ImportId,
  rows: AsyncIterable<readonly CopyValue[]>,
): Promise<number> {
  const staged = await copy({ table: 'training_staged', columns: stagedColumns }, rows);
  await joiningManyRows(tx, () => markKnownRecords(tx, agency, id));
  return staged;
}

async function markKnownRecords(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void> {
  await sql`
    update training_staged s set kind = 'here', remark = 'already-here'
    where s.agency_id = ${agency} and s.import_id = ${id} and s.kind in ('new', 'review')
      and exists (select from training_record r where r.agency_id = ${agency} and r.id = s.id)`.execute(tx);
  await markKnownByOtherDate(tx, agency, id);
  await sql`
    update training_staged s set kind = 'here', remark = 'same-as-row ' || first_row
    from (select id, min(import_row) as first_row from training_staged
          where agency_id = ${agency} and import_id = ${id} and kind in ('new', 'review')
          group by id having count(*) > 1) twice
    where s.agency_id = ${agency} and s.import_id = ${id} and s.id = twice.id
      and s.import_row > twice.first_row`.execute(tx);
}

const dateTaken = JSON.stringify([{ code: 'date-taken' }]);

/**
 * A date that is taken for what it evidently means makes two lines one: the line with the typo and the line put right.
 * Lines whose dates nobody has taken stay apart.
 */
async function markKnownByOtherDate(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void> {
  const othersHere = sql`select other_id from training_record
    where agency_id = ${agency} and other_id is not null`;
  await sql`
    update training_staged s set kind = 'here', remark = 'already-here'
    where s.agency_id = ${agency} and s.import_id = ${id} and s.kind in ('new', 'review')
      and s.id in (${othersHere})`.execute(tx);
  await sql`
    update training_staged s set kind = 'here', remark = 'already-here'
    where s.agency_id = ${agency} and s.import_id = ${id} and s.kind in ('new', 'review')
      and s.notes @> ${dateTaken}::jsonb
      and (s.other_id in (select id from training_record where agency_id = ${agency})
        or s.other_id in (${othersHere}))`.execute(tx);
  await sql`
    with line as (
      select id, other_id, import_row, notes from training_staged
      where agency_id = ${agency} and import_id = ${id} and kind in ('new', 'review')
    ), said as (
      select other_id, min(import_row) as row from line where notes @> ${dateTaken}::jsonb group by 1
    ), put_right as (
      select id, min(import_row) as row from line where id in (select other_id from said) group by 1
    )
    update training_staged s set kind = 'here', remark = 'same-as-row ' || coalesce(p.row, said.row)
    from said left join put_right p on p.id = said.other_id
    where s.agency_id = ${agency} and s.import_id = ${id} and s.kind in ('new', 'review')
      and s.notes @> ${dateTaken}::jsonb and s.other_id = said.other_id and s.import_row <> coalesce(p.row, said.row)`.execute(
    tx,
  );
}

export async function deleteStagedRecords(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void> {
  await tx
    .deleteFrom('training_staged')
    .where('agency_id', '=', agency)
    .where('import_id', '=', id)
    .execute();
}

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

/** One page of the lines of one kind, in the order of the file, and how many there are. */
export async function listStagedRecords(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  shown: ShownRows<StagedKind>,
): Promise<{ readonly records: readonly StagedRecord[]; readonly total: number }> {
  const rows = await stagedRecords(tx, agency, id, shown)
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('import_row')
    .limit(shown.limit)
    .offset(shown.offset)
    .execute();
  return { records: rows.map(stagedRecordFrom), total: rows[0]?.total ?? 0 };
}

/** All lines of a file, to be narrowed down. */
export function stagedLines(tx: Transaction, agency: AgencyId, id: ImportId) {
  return tx
    .selectFrom('training_staged')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('import_id', '=', id);
}

/** The lines of one kind with the words searched for, in no order yet. */
export function stagedRecords(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  { kind, search }: Pick<ShownRows<StagedKind>, 'kind' | 'search'>,
) {
  let lines = stagedLines(tx, agency, id).where('kind', '=', kind);
  for (const pattern of wordPatterns(search)) {
    lines = lines.where(
      sql<boolean>`(lower(family_name) like ${pattern} or lower(given_name) like ${pattern}
        or lower(employee_number) like ${pattern})`,
    );
  }
  return lines;
}

type StagedRow = Awaited<ReturnType<ReturnType<typeof stagedRecords>['execute']>>[number];

export function stagedRecordFrom(row: StagedRow): StagedRecord {
  return {
    row: row.import_row,
    id: (row.id as TrainingRecordId | null) ?? undefined,
    staffId: (row.staff_id as StaffId | null) ?? undefined,
    remark: row.remark,
    notes: notesFrom(row.notes),
    name: {
      family: row.family_name ?? '',
      given: row.given_name ?? '',
      middle: row.middle_name ?? '',
      suffix: row.suffix ?? '',
    },
    employeeNumber: row.employee_number ?? '',
    record: {
      title: row.course_title ?? '',
      code: row.course_code ?? '',
      hours: row.hours === null ? undefined : Number(row.hours),
      provider: row.provider ?? '',
      result: row.result ?? '',
      startedOn: (row.started_on as CalendarDate | null) ?? undefined,
      completedOn: (row.completed_on as CalendarDate | null) ?? undefined,
      expiresOn: (row.expires_on as CalendarDate | null) ?? undefined,
      ...aheadFact(notesFrom(row.notes)),
    },
    match: (row.match as RecordMatchState | null) ?? undefined,
    matchReason: row.match_reason ?? '',
    verdict: (row.verdict as Judgement['verdict'] | null) ?? undefined,
  };
}

export async function countStagedRecords(tx: Transaction, agency: AgencyId, id: ImportId): Promise<number> {
  const row = await tx
    .selectFrom('training_staged')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agency)
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Adds the staged lines that aren't here yet, in one statement. Answers how many. */
export async function applyStagedRecords(tx: Transaction, agency: AgencyId, id: ImportId): Promise<number> {
  const columns = sql.raw(recordColumns.join(', '));
  const added = await sql`
    insert into training_record (agency_id, ${columns}, import_id, import_row)
    select agency_id, ${columns}, import_id, import_row from training_staged
    where agency_id = ${agency} and import_id = ${id} and kind in ('new', 'review')
    on conflict do nothing`.execute(tx);
  return Number(added.numAffectedRows ?? 0);
}

/** Remembers whose records the file repeats: it stands for them too. */
export async function insertTouchedPeople(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void> {
  await sql`
    insert into import_touch (agency_id, import_id, staff_id)
    select distinct agency_id, import_id, staff_id from training_staged
    where agency_id = ${agency} and import_id = ${id} and kind = 'here' and staff_id is not null`.execute(tx);
}
