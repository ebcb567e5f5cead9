import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { CopyRows, CopyValue } from '../database/copying.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { ShownRows } from '../file-import/import-desk.tsx';
import type { StagedSelection } from '../file-import/staged-export.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { PolicyId } from '../policy/policy.ts';
import { type AskedAbout, isAsked } from './asked-staff-store.ts';
import { dayDoubts, type SignOffDayDoubt } from './sign-off-day.ts';
import type { SignOffKind } from './sign-off-import.ts';
import { stagedColumns } from './sign-off-staging.ts';

/** Stages the lines of a list, then finds who is not asked, who has acknowledged before, and who comes twice. */
export async function insertStagedSignOffs(
  tx: Transaction,
  copy: CopyRows,
  agency: AgencyId,
  id: ImportId,
  about: AskedAbout,
  leftOut: readonly SignOffDayDoubt[],
  rows: AsyncIterable<readonly CopyValue[]>,
): Promise<number> {
  const staged = await copy({ table: 'acknowledgment_staged', columns: stagedColumns }, rows);
  await joiningManyRows(tx, async () => {
    // Lines whose day is in doubt name their person too.
    const ofImport = sql`s.agency_id = ${agency} and s.import_id = ${id} and s.kind in ('new', 'review')`;
    await sql`update acknowledgment_staged s set kind = 'refused', remark = 'not-asked'
      where ${ofImport} and s.staff_id not in (
        select m.id from staff_member m where ${isAsked(agency, about)})`.execute(tx);
    await sql`update acknowledgment_staged s set kind = 'here', remark = 'already-here'
      where ${ofImport} and s.staff_id in (
        select k.staff_id from policy_acknowledgment k where k.agency_id = ${agency} and k.policy_id = ${about.policy}
          and k.revoked_at is null and k.gave_way_in is null)`.execute(tx);
    await sql`update acknowledgment_staged s set kind = 'here', remark = 'same-as-row ' || f.import_row
      from (select distinct on (staff_id) staff_id, import_row from acknowledgment_staged
            where agency_id = ${agency} and import_id = ${id} and kind = 'new'
            order by staff_id, signed_on, import_row) f
      where ${ofImport} and s.staff_id = f.staff_id and s.import_row <> f.import_row`.execute(tx);
    // Last, so that those left out are the very lines that were in doubt.
    await sql`update acknowledgment_staged s set kind = 'refused', remark = 'left-out ' || remark
      where ${ofImport} and s.kind = 'review' and split_part(s.remark, ' ', 1) = any(${leftOut})`.execute(tx);
  });
  return staged;
}

export async function countStagedKinds(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
): Promise<Readonly<Record<SignOffKind, number>>> {
  const { rows } = await sql<{ kind: SignOffKind; lines: number }>`
    select kind, count(*) as lines from acknowledgment_staged
    where agency_id = ${agency} and import_id = ${id} group by 1`.execute(tx);
  const counts = { new: 0, review: 0, refused: 0, here: 0 };
  for (const { kind, lines } of rows) counts[kind] = lines;
  return counts;
}

/** How many lines of a planned list have a day in doubt, and of how many somebody settled it for all at once. */
export interface CountedDays {
  readonly doubt: SignOffDayDoubt;
  readonly open: number;
  readonly settled: number;
}

export async function countDoubtfulDays(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
): Promise<readonly CountedDays[]> {
  const { rows } = await sql<CountedDays>`
    select d.doubt, count(*) filter (where s.kind = 'review') as open,
      count(*) filter (where s.kind <> 'review') as settled
    from acknowledgment_staged s,
      lateral (select split_part(regexp_replace(s.remark, '^(left-out|day-given) ', ''), ' ', 1) as doubt) d
    where s.agency_id = ${agency} and s.import_id = ${id} and d.doubt = any(${[...dayDoubts]})
    group by 1 order by 1`.execute(tx);
  return rows;
}

export async function countStagedSignOffs(tx: Transaction, agency: AgencyId, id: ImportId): Promise<number> {
  const counts = await countStagedKinds(tx, agency, id);
  return Object.values(counts).reduce((sum, lines) => sum + lines, 0);
}

export async function deleteStagedSignOffs(tx: Transaction, agency: AgencyId, id: ImportId): Promise<void> {
  await tx
    .deleteFrom('acknowledgment_staged')
    .where('agency_id', '=', agency)
    .where('import_id', '=', id)
    .execute();
}

/** Records the lines that are sure, in one statement, in the name of the acting person. Answers how many. */
export async function insertListed(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  policy: PolicyId,
): Promise<number> {
  const written = await sql`
    insert into policy_acknowledgment
      (agency_id, policy_id, staff_id, how, acknowledged_on, recorded_at, recorded_by, import_id, import_row)
    select agency_id, ${policy}, staff_id, 'list', signed_on, now(), acting_person(), import_id, import_row
    from acknowledgment_staged where agency_id = ${agency} and import_id = ${id} and kind = 'new'
    order by staff_id
    on conflict (agency_id, policy_id, staff_id) where revoked_at is null and gave_way_in is null do nothing`.execute(
    tx,
  );
  return Number(written.numAffectedRows ?? 0);
}

/** Revokes what a list brought. Answers how many. */
export async function updateListedRevoked(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  reason: string,
): Promise<number> {
  const revoked = await sql`
    update policy_acknowledgment set revoked_at = now(), revoked_by = acting_person(), revoke_reason = ${reason}
    where agency_id = ${agency} and import_id = ${id} and revoked_at is null`.execute(tx);
  return Number(revoked.numAffectedRows ?? 0);
}

/** One staged line as it is shown. */
export interface StagedSignOff {
  readonly row: number;
  readonly remark: string;
  readonly name: PersonName;
  readonly employeeNumber: string;
  readonly signedOn: CalendarDate | undefined;
  readonly version: string;
  /** How it was matched, or why it is in doubt; '' for a line that was not used. */
  readonly reason: string;
  /** Whom it may be about: name and number. */
  readonly candidates: readonly string[];
}

export async function listStagedSignOffs(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  shown: ShownRows<SignOffKind>,
): Promise<{ readonly lines: readonly StagedSignOff[]; readonly total: number }> {
  const { rows } = await sql<StagedLine>`${stagedLines(agency, { ...shown, import: id })}
    order by s.import_row limit ${shown.limit} offset ${shown.offset}`.execute(tx);
  return { lines: rows.map(stagedSignOff), total: rows[0]?.total ?? 0 };
}

/** The next lines after `after`, in the order of the file. */
export async function listStagedSignOffsAfter(
  tx: Transaction,
  agency: AgencyId,
  selection: StagedSelection<SignOffKind>,
  after: StagedSignOff | undefined,
  limit: number,
): Promise<readonly StagedSignOff[]> {
  const { rows } =
    await sql<StagedLine>`${stagedLines(agency, selection)} and s.import_row > ${after?.row ?? 0}
    order by s.import_row limit ${limit}`.execute(tx);
  return rows.map(stagedSignOff);
}

interface StagedLine {
  readonly import_row: number;
  readonly remark: string;
  readonly family_name: string | null;
  readonly given_name: string | null;
  readonly middle_name: string | null;
  readonly suffix: string | null;
  readonly employee_number: string | null;
  readonly signed_on: CalendarDate | null;
  readonly version: string | null;
  readonly match_reason: string | null;
  readonly candidates: readonly string[] | null;
  readonly total: number;
}

function stagedLines(agency: AgencyId, { import: id, kind, search }: StagedSelection<SignOffKind>) {
  const searched = wordPatterns(search).map(
    (pattern) => sql`and (lower(s.family_name) like ${pattern} or lower(s.given_name) like ${pattern}
      or lower(s.employee_number) like ${pattern})`,
  );
  return sql`
    select s.import_row, s.remark, s.family_name, s.given_name, s.middle_name, s.suffix, s.employee_number, s.signed_on,
      s.version, s.match_reason, count(*) over () as total,
      (select array_agg(trim(m.family_name || ', ' || m.given_name || ' ' || coalesce(nullif(m.employee_number, ''), m.badge))
                        order by array_position(s.candidates, m.id))
       from staff_member m where m.agency_id = ${agency} and m.id = any(s.candidates)) as candidates
    from acknowledgment_staged s
    where s.agency_id = ${agency} and s.import_id = ${id} and s.kind = ${kind} ${sql.join(searched, sql` `)}`;
}

function stagedSignOff(line: StagedLine): StagedSignOff {
  return {
    row: line.import_row,
    remark: line.remark,
    name: {
      family: line.family_name ?? '',
      given: line.given_name ?? '',
      middle: line.middle_name ?? '',
      suffix: line.suffix ?? '',
    },
    employeeNumber: line.employee_number ?? '',
    signedOn: line.signed_on ?? undefined,
    version: line.version ?? '',
    reason: line.match_reason ?? '',
    candidates: line.candidates ?? [],
  };
}
