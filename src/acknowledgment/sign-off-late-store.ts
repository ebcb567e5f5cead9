import { type RawBuilder, sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { type AskedAbout, isAsked } from './asked-staff-store.ts';
import { dayDoubts, type SettledDay, type SigningDays, type SignOffDayDoubt } from './sign-off-day.ts';
import type { SaidOfSignOff, SignOffKey } from './sign-off-decision.ts';

/** Lines of one list. */
interface OfList {
  readonly agency: AgencyId;
  readonly id: ImportId;
}

function inDoubt({ agency, id }: OfList): RawBuilder<unknown> {
  return sql`s.agency_id = ${agency} and s.import_id = ${id} and s.kind = 'review'`;
}

/** Puts into the lines in doubt who their people are, by what was said; whose day can't be right stays in doubt for that. */
export async function updateSigners(
  tx: Transaction,
  list: OfList,
  said: ReadonlyMap<SignOffKey, SaidOfSignOff>,
  { today, firstDay }: SigningDays,
): Promise<void> {
  const people = [...said].flatMap(([key, staff]): [SignOffKey, StaffId][] => (staff ? [[key, staff]] : []));
  const nobody = [...said].flatMap(([key, staff]) => (staff ? [] : [key]));
  await sql`update acknowledgment_staged s set kind = 'refused', remark = 'not-on-roster'
    where ${inDoubt(list)} and s.person_key = any(${nobody}::text[])`.execute(tx);
  await sql`update acknowledgment_staged s set staff_id = d.staff, match_reason = 'remembered', candidates = null,
      remark = case when s.signed_on > ${today}::date then 'signed-in-future'
        when s.signed_on < ${firstDay ?? null}::date then 'signed-before-version ' || ${firstDay ?? ''}
        else '' end
    from unnest(${people.map(([key]) => key)}::text[], ${people.map(([, staff]) => staff)}::uuid[]) as d(key, staff)
    where ${inDoubt(list)} and s.staff_id is null and s.person_key = d.key`.execute(tx);
}

/** Settles the lines whose day is in doubt for one reason: left out, or all of one day. */
export async function updateSigningDays(
  tx: Transaction,
  list: OfList,
  doubt: SignOffDayDoubt,
  settled: SettledDay,
): Promise<void> {
  const ofDoubt = sql`${inDoubt(list)} and split_part(s.remark, ' ', 1) = ${doubt}`;
  if (settled.is === 'left-out') {
    await sql`update acknowledgment_staged s set kind = 'refused', remark = 'left-out ' || remark where ${ofDoubt}`.execute(
      tx,
    );
    return;
  }
  await sql`update acknowledgment_staged s set signed_on = ${settled.day}::date,
      remark = 'day-given ' || ${doubt} || ' ' || s.signed_on where ${ofDoubt}`.execute(tx);
}

/**
 * Records the lines that are in doubt no longer as coming with their list, and counts the list's lines anew. Answers how
 * many people were added.
 */
export async function insertSettled(tx: Transaction, list: OfList, about: AskedAbout): Promise<number> {
  const { agency, id } = list;
  const sure = sql`${inDoubt(list)} and s.staff_id is not null
    and split_part(s.remark, ' ', 1) <> all(${[...dayDoubts]}::text[])`;
  await sql`update acknowledgment_staged s set kind = 'refused', remark = 'not-asked'
    where ${sure} and s.staff_id not in (select m.id from staff_member m where ${isAsked(agency, about)})`.execute(
    tx,
  );
  await sql`update acknowledgment_staged s set kind = 'here', remark = 'already-here'
    where ${sure} and s.staff_id in (
      select k.staff_id from policy_acknowledgment k where k.agency_id = ${agency} and k.policy_id = ${about.policy}
        and k.revoked_at is null and k.gave_way_in is null)`.execute(tx);
  await sql`update acknowledgment_staged s set kind = 'here', remark = 'same-as-row ' || f.import_row
    from (select distinct on (s.staff_id) s.staff_id, s.import_row from acknowledgment_staged s where ${sure}
          order by s.staff_id, s.signed_on, s.import_row) f
    where ${sure} and s.staff_id = f.staff_id and s.import_row <> f.import_row`.execute(tx);
  const written = await sql`
    insert into policy_acknowledgment
      (agency_id, policy_id, staff_id, how, acknowledged_on, recorded_at, recorded_by, import_id, import_row)
    select s.agency_id, ${about.policy}, s.staff_id, 'list', s.signed_on, now(), acting_person(), s.import_id, s.import_row
    from acknowledgment_staged s where ${sure} order by s.staff_id
    on conflict (agency_id, policy_id, staff_id) where revoked_at is null and gave_way_in is null do nothing`.execute(
    tx,
  );
  await sql`update acknowledgment_staged s set kind = 'new' where ${sure}`.execute(tx);
  await sql`update file_import i set report = jsonb_set(i.report, '{counts}', i.report->'counts' || (
      select coalesce(jsonb_object_agg(k.kind, coalesce(c.lines, 0)), '{}')
      from unnest(array['new', 'review', 'refused', 'here']) as k(kind)
      left join (select kind, count(*) as lines from acknowledgment_staged
                 where agency_id = ${agency} and import_id = ${id} group by 1) c using (kind)))
    where i.agency_id = ${agency} and i.id = ${id}`.execute(tx);
  return Number(written.numAffectedRows ?? 0);
}

/** A list that was imported, with what became of its lines. */
export interface ImportedList {
  readonly id: ImportId;
  readonly file: string;
  readonly recorded: number;
  readonly here: number;
  readonly inDoubt: number;
  readonly notUsed: number;
}

/** The imported lists of a version, the newest first. Lines that a crash of the database took are counted no more. */
export async function listImportedLists(
  tx: Transaction,
  agency: AgencyId,
  policy: string,
  limit: number,
): Promise<readonly ImportedList[]> {
  const { rows } = await sql<ImportedList>`
    select i.id, i.file_name as file, count(*) filter (where s.kind = 'new') as recorded,
      count(*) filter (where s.kind = 'here') as here, count(*) filter (where s.kind = 'review') as "inDoubt",
      count(*) filter (where s.kind = 'refused') as "notUsed"
    from file_import i
    join acknowledgment_staged s on s.agency_id = i.agency_id and s.import_id = i.id
    where i.agency_id = ${agency} and i.subject = 'acknowledgment' and i.state = 'committed'
      and i.report->>'policy' = ${policy}
    group by i.id, i.file_name, i.committed_at order by i.committed_at desc limit ${limit}`.execute(tx);
  return rows;
}
