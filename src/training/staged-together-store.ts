import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { peopleWhoRenewed, toRecord } from './judging-store.ts';
import type { ClassJudgement, RecordToJudge } from './record-judging.ts';

/**
 * People whose staged records are worth something else together with their others, staged and on record: days that
 * may reach the hours of a class, or MHFA beside what renews it. With how many records that are.
 */
export async function listPeopleTogether(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
): Promise<readonly { readonly staffId: StaffId; readonly records: number }[]> {
  const ofFile = sql`agency_id = ${agency} and import_id = ${id} and kind = 'new' and staff_id is not null`;
  const { rows } = await joiningManyRows(tx, () =>
    sql<{ staffId: StaffId; records: number }>`
    with day as (
      select staff_id, day_of, hours from training_staged where ${ofFile} and day_of <> ''
      union all
      select staff_id, day_of, hours from training_record
      where agency_id = ${agency} and day_of <> '' and verdict <> 'removed'
        and staff_id in (select staff_id from training_staged where ${ofFile} and day_of <> '')
    ), adding as (
      select staff_id, count(*) as records from day group by staff_id, day_of
      having count(*) > 1 and sum(hours) >= split_part(day_of, '|', 2)::numeric
    ), renewing as (
      select staff_id, count(*) as records from training_staged
      where ${ofFile} and program = 'mhfa' and (staff_id in (${peopleWhoRenewed(agency)})
        or staff_id in (select staff_id from training_staged where ${ofFile} and why_code like 'recertification-%'))
      group by staff_id
    )
    select staff_id as "staffId", sum(records)::int as records
    from (select * from adding union all select * from renewing) both_kinds group by staff_id`.execute(tx),
  );
  return rows;
}

/** The staged records of these people that depend on each other, by person. */
export async function listStagedDays(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  people: readonly StaffId[],
): Promise<readonly (RecordToJudge & { readonly staffId: string })[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('training_staged')
    .select(['id', 'staff_id', 'course_title', 'course_code', 'hours', 'provider', 'result', 'notes'])
    .select(['started_on', 'completed_on', 'expires_on'])
    .where('agency_id', '=', agency)
    .where('import_id', '=', id)
    .where('kind', '=', 'new')
    .where(sql<boolean>`staff_id = any(${people}::uuid[])`)
    .where((record) => record.or([record('day_of', '<>', ''), record('program', '=', 'mhfa')]))
    .orderBy('staff_id')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...toRecord(row), staffId: row.staff_id ?? '' }));
}

/** Writes what staged lines are worth together, in one statement. */
export async function updateTogether(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  judgements: readonly ClassJudgement[],
): Promise<void> {
  if (judgements.length === 0) return;
  await joiningManyRows(tx, () =>
    sql`
    update training_staged s set together_verdict = j.verdict
    from unnest(${judgements.map((one) => one.id)}::uuid[], ${judgements.map(({ verdict }) => verdict)}::text[])
      as j (id, verdict)
    where s.agency_id = ${agency} and s.import_id = ${id} and s.kind = 'new' and s.id = j.id`.execute(tx),
  );
}
