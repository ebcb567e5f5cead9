import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { WrittenPerson } from './match-store.ts';
import type { RecordImage, RecordMove } from './moved-records.ts';

/** Gives one person's records to another. Answers the records that moved and those that the other had. */
export async function updateRecordsMoved(
  tx: Transaction,
  agency: AgencyId,
  { from, to }: RecordMove,
): Promise<{ readonly records: readonly string[]; readonly ofKept: readonly string[] }> {
  const { rows } = await sql<{ records: string[]; ofKept: string[] }>`
    with kept as (select id from training_record where agency_id = ${agency} and staff_id = ${to}),
    moved as (
      update training_record set staff_id = ${to} where agency_id = ${agency} and staff_id = ${from} returning id
    )
    select coalesce((select array_agg(id order by id) from moved), '{}') as records,
      coalesce((select array_agg(id order by id) from kept), '{}') as "ofKept"`.execute(tx);
  return rows[0] ?? { records: [], ofKept: [] };
}

/** Gives what somebody said about people as written to another person. Answers whom as written. */
export async function updateDecisionsMoved(
  tx: Transaction,
  agency: AgencyId,
  { from, to }: RecordMove,
): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('match_decision')
    .set({ staff_id: to })
    .where('agency_id', '=', agency)
    .where('staff_id', '=', from)
    .returning('person_key')
    .execute();
  return rows.map((row) => row.person_key).sort();
}

/** The records of people as written who may be one of these, as they are. */
export async function listDoubtfulAbout(
  tx: Transaction,
  agency: AgencyId,
  staff: readonly StaffId[],
): Promise<readonly RecordImage[]> {
  const mentioned = staff.map((id) => JSON.stringify([{ staffId: id }]));
  const { rows } = await sql<{ image: RecordImage }>`
    select to_jsonb(r) as image from training_record r
    where r.agency_id = ${agency} and r.match in ('doubtful', 'unmatched') and r.person_key in (
      select person_key from training_record
      where agency_id = ${agency} and match = 'doubtful' and candidates @> any(${mentioned}::jsonb[]))
    order by r.id`.execute(tx);
  return rows.map(({ image }) => image);
}

/** Whom these records are written as being about, each once. */
export async function listWrittenIn(
  tx: Transaction,
  agency: AgencyId,
  records: readonly string[],
): Promise<readonly WrittenPerson[]> {
  const rows = await tx
    .selectFrom('training_record')
    .distinctOn('person_key')
    .select(['person_key', 'employee_number', 'family_name', 'given_name', 'middle_name', 'suffix'])
    .where('agency_id', '=', agency)
    .where(sql<boolean>`id = any(${records}::uuid[])`)
    .orderBy('person_key')
    .execute();
  return rows.map((row) => ({
    personKey: row.person_key,
    employeeNumber: row.employee_number,
    name: { family: row.family_name, given: row.given_name, middle: row.middle_name, suffix: row.suffix },
  }));
}

/** Gives records back, as far as they are still with the person who got them. */
export async function updateRecordsReturned(
  tx: Transaction,
  agency: AgencyId,
  records: readonly string[],
  { from, to }: RecordMove,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update training_record set staff_id = ${to}
    where agency_id = ${agency} and staff_id = ${from} and id = any(${records}::uuid[])`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export async function updateDecisionsReturned(
  tx: Transaction,
  agency: AgencyId,
  personKeys: readonly string[],
  { from, to }: RecordMove,
): Promise<void> {
  await sql`
    update match_decision set staff_id = ${to}
    where agency_id = ${agency} and staff_id = ${from} and person_key = any(${personKeys})`.execute(tx);
}

/** Makes records wait again as they did, unless somebody said since whose they are or they were removed. */
export async function updateDoubtsRestored(
  tx: Transaction,
  agency: AgencyId,
  images: readonly RecordImage[],
): Promise<void> {
  const columns = ['staff_id', 'match', 'match_reason', 'candidates', 'verdict', 'program', 'why_code'];
  const former = [...columns, 'valid_until', 'day_of', 'class_rows', 'class_id']
    .map((column) => `${column} = b.${column}`)
    .join(', ');
  await sql`
    update training_record r set ${sql.raw(former)}
    from jsonb_populate_recordset(null::training_record, ${JSON.stringify(images)}::jsonb) b
    where r.agency_id = ${agency} and r.id = b.id and r.verdict <> 'removed'
      and r.match in ('matched', 'flagged', 'doubtful', 'unmatched')`.execute(tx);
}

/** Takes the records off a person that matching gave them and that aren't among these. Answers which. */
export async function updateOthersReleased(
  tx: Transaction,
  agency: AgencyId,
  staff: StaffId,
  known: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update training_record set staff_id = null, match = 'unmatched', match_reason = '', candidates = null
    where agency_id = ${agency} and staff_id = ${staff} and match in ('matched', 'flagged')
      and id <> all(${known}::uuid[])
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}
