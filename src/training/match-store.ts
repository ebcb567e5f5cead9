import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { FoundMatch } from './record-row.ts';

/** What somebody said about a person as written. */
export interface MatchDecision {
  readonly personKey: string;
  readonly staffId: StaffId | undefined;
  readonly reason: string;
}

export async function listMatchDecisions(
  tx: Transaction,
  agency: AgencyId,
): Promise<readonly MatchDecision[]> {
  const rows = await tx
    .selectFrom('match_decision')
    .select(['person_key', 'staff_id', 'reason'])
    .where('agency_id', '=', agency)
    .execute();
  return rows.map((row) => ({
    personKey: row.person_key,
    staffId: (row.staff_id as StaffId | null) ?? undefined,
    reason: row.reason,
  }));
}

export async function upsertMatchDecision(
  tx: Transaction,
  agency: AgencyId,
  { personKey, staffId, reason }: MatchDecision,
  by: PersonId,
): Promise<void> {
  const facts = { staff_id: staffId ?? null, reason, decided_by: by, decided_at: sql<Date>`now()` };
  await tx
    .insertInto('match_decision')
    .values({ agency_id: agency, person_key: personKey, ...facts })
    .onConflict((conflict) => conflict.columns(['agency_id', 'person_key']).doUpdateSet(facts))
    .execute();
}

export async function findMatchDecision(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
): Promise<MatchDecision | undefined> {
  const row = await tx
    .selectFrom('match_decision')
    .select(['staff_id', 'reason'])
    .where('agency_id', '=', agency)
    .where('person_key', '=', personKey)
    .executeTakeFirst();
  return row && { personKey, staffId: (row.staff_id as StaffId | null) ?? undefined, reason: row.reason };
}

export async function deleteMatchDecision(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
): Promise<void> {
  await tx
    .deleteFrom('match_decision')
    .where('agency_id', '=', agency)
    .where('person_key', '=', personKey)
    .execute();
}

/** A person as records write them. */
export interface WrittenPerson {
  readonly personKey: string;
  readonly name: PersonName;
  readonly employeeNumber: string;
}

/** Everybody whose records nobody could place, each once. */
export async function listUnplacedPeople(
  tx: Transaction,
  agency: AgencyId,
): Promise<readonly WrittenPerson[]> {
  const { rows } = await sql<{
    person_key: string;
    employee_number: string;
    family_name: string;
    given_name: string;
    middle_name: string;
    suffix: string;
  }>`select distinct on (person_key) person_key, employee_number, family_name, given_name, middle_name, suffix
    from training_record where agency_id = ${agency} and match in ('doubtful', 'unmatched')
    order by person_key`.execute(tx);
  return rows.map(writtenPerson);
}

/** A person as written whose records somebody has for the name's sake. */
export interface SettledPerson extends WrittenPerson {
  readonly staffId: StaffId;
  readonly reason: string;
}

/** Everybody whose records were given to somebody for one of these reasons, each once. */
export async function listPeopleSettledByName(
  tx: Transaction,
  agency: AgencyId,
  reasons: readonly string[],
): Promise<readonly SettledPerson[]> {
  const { rows } = await sql<
    Parameters<typeof writtenPerson>[0] & { readonly staff_id: StaffId; readonly match_reason: string }
  >`
    select distinct on (person_key, staff_id, match_reason) person_key, staff_id, match_reason, employee_number,
      family_name, given_name, middle_name, suffix
    from training_record r
    where agency_id = ${agency} and ${isSettledFor(reasons)}
    order by person_key, staff_id, match_reason`.execute(tx);
  return rows.map((row) => ({ ...writtenPerson(row), staffId: row.staff_id, reason: row.match_reason }));
}

/** What matching settled, or what was remembered, for one of these reasons: not what somebody looked at. */
function isSettledFor(reasons: readonly string[]) {
  return sql`r.match in ('matched', 'flagged', 'by-hand') and r.match_reason = any(${reasons}::text[])`;
}

export async function findWrittenPerson(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
): Promise<WrittenPerson | undefined> {
  const row = await tx
    .selectFrom('training_record')
    .select(['person_key', 'employee_number', 'family_name', 'given_name', 'middle_name', 'suffix'])
    .where('agency_id', '=', agency)
    .where('person_key', '=', personKey)
    .where('match', 'in', ['doubtful', 'unmatched', 'by-hand', 'set-aside'])
    .limit(1)
    .executeTakeFirst();
  return row && writtenPerson(row);
}

function writtenPerson(row: {
  readonly person_key: string;
  readonly employee_number: string;
  readonly family_name: string;
  readonly given_name: string;
  readonly middle_name: string;
  readonly suffix: string;
}): WrittenPerson {
  return {
    personKey: row.person_key,
    employeeNumber: row.employee_number,
    name: { family: row.family_name, given: row.given_name, middle: row.middle_name, suffix: row.suffix },
  };
}

export interface PersonMatch extends FoundMatch {
  readonly personKey: string;
}

/**
 * Gives the waiting records of these people to whom they were found to be, in one statement: what somebody said stays.
 * Answers how many records have somebody now, and the staff who gained records by it.
 */
export async function updateMatches(
  tx: Transaction,
  agency: AgencyId,
  matches: readonly PersonMatch[],
): Promise<{ readonly placed: number; readonly staff: readonly StaffId[] }> {
  if (matches.length === 0) return { placed: 0, staff: [] };
  const each = <Value>(of: (match: PersonMatch) => Value) => matches.map(of);
  const { rows } = await joiningManyRows(tx, () =>
    sql<{ staff: StaffId[] | null; placed: number }>`
    with found as (
      select * from unnest(${each(({ personKey }) => personKey)}::text[],
        ${each(({ staffId }) => staffId ?? null)}::uuid[], ${each(({ state }) => state)}::text[],
        ${each(({ reason }) => reason)}::text[],
        ${each(({ candidates }) => (candidates.length > 0 ? JSON.stringify(candidates) : null))}::jsonb[]
      ) as f (person_key, staff_id, match, reason, candidates)
    ), given as (
      update training_record r set staff_id = f.staff_id, match = f.match, match_reason = f.reason,
        candidates = f.candidates
      from found f
      where r.agency_id = ${agency} and r.match in ('doubtful', 'unmatched') and f.person_key = r.person_key
      returning f.staff_id as now
    )
    select count(*) filter (where now is not null) as placed,
      array_agg(distinct now) filter (where now is not null) as staff from given`.execute(tx),
  );
  const [row] = rows;
  return { placed: row?.placed ?? 0, staff: row?.staff ?? [] };
}

/**
 * Takes the records that these people have for one of these reasons off them, in one statement. Answers the staff who
 * lost or gained records by it.
 */
export async function updateOvertaken(
  tx: Transaction,
  agency: AgencyId,
  overtaken: readonly (PersonMatch & { readonly earlier: StaffId; readonly settled: string })[],
  reasons: readonly string[],
): Promise<readonly StaffId[]> {
  if (overtaken.length === 0) return [];
  const each = <Value>(of: (match: (typeof overtaken)[number]) => Value) => overtaken.map(of);
  const { rows } = await joiningManyRows(tx, () =>
    sql<{ staff: StaffId }>`
    with found as (
      select * from unnest(${each(({ personKey }) => personKey)}::text[],
        ${each(({ earlier }) => earlier)}::uuid[], ${each(({ staffId }) => staffId ?? null)}::uuid[],
        ${each(({ state }) => state)}::text[], ${each(({ reason }) => reason)}::text[],
        ${each(({ candidates }) => (candidates.length > 0 ? JSON.stringify(candidates) : null))}::jsonb[],
        ${each(({ settled }) => settled)}::text[]
      ) as f (person_key, earlier, staff_id, match, reason, candidates, settled)
    ), given as (
      update training_record r set staff_id = f.staff_id, match = f.match, match_reason = f.reason,
        candidates = f.candidates
      from found f
      where r.agency_id = ${agency} and r.person_key = f.person_key and r.staff_id = f.earlier
        and r.match_reason = f.settled and ${isSettledFor(reasons)}
      returning f.earlier, f.staff_id as now
    )
    select earlier as staff from given union select now from given where now is not null`.execute(tx),
  );
  return rows.map(({ staff }) => staff);
}

/** Takes the records off people whom a roster import brought in, before those go: nobody is known for them again. */
export async function updateRecordsReleased(
  tx: Transaction,
  agency: AgencyId,
  rosterImport: ImportId,
): Promise<void> {
  await joiningManyRows(tx, () =>
    sql`
    update training_record set staff_id = null, match = 'unmatched', match_reason = '', candidates = null
    where agency_id = ${agency} and match in ('matched', 'flagged') and staff_id in (
      select id from staff_member where agency_id = ${agency} and added_by_import = ${rosterImport})`.execute(
      tx,
    ),
  );
}
