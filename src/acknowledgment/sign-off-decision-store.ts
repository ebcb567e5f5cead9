import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { SaidOfSignOff, SignOffKey } from './sign-off-decision.ts';

export async function listSignOffDecisions(
  tx: Transaction,
  agency: AgencyId,
): Promise<ReadonlyMap<SignOffKey, SaidOfSignOff>> {
  const rows = await tx
    .selectFrom('sign_off_decision')
    .select(['person_key', 'staff_id'])
    .where('agency_id', '=', agency)
    .execute();
  return new Map(
    rows.map((row) => [row.person_key as SignOffKey, (row.staff_id as StaffId | null) ?? undefined]),
  );
}

/** Changes with every answer that is given or taken back. */
export async function signOffDecisionStamp(tx: Transaction, agency: AgencyId): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select count(*) || ' ' || coalesce(max(decided_at)::text, '') as stamp from sign_off_decision
    where agency_id = ${agency}`.execute(tx);
  return rows[0]?.stamp ?? '';
}

export async function upsertSignOffDecision(
  tx: Transaction,
  agency: AgencyId,
  decision: { readonly key: SignOffKey; readonly staff: SaidOfSignOff },
  { by, at }: { readonly by: PersonId; readonly at: Date },
): Promise<void> {
  const facts = { staff_id: decision.staff ?? null, decided_by: by, decided_at: at };
  await tx
    .insertInto('sign_off_decision')
    .values({ agency_id: agency, person_key: decision.key, ...facts })
    .onConflict((conflict) => conflict.columns(['agency_id', 'person_key']).doUpdateSet(facts))
    .execute();
}

/** Answers false when there was nothing to take back. */
export async function deleteSignOffDecision(
  tx: Transaction,
  agency: AgencyId,
  key: SignOffKey,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sign_off_decision')
    .where('agency_id', '=', agency)
    .where('person_key', '=', key)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A person as a list writes them, in doubt or settled. */
export interface WrittenSigner {
  readonly key: SignOffKey;
  /** The first line that names them, and how many do. */
  readonly row: number;
  readonly lines: number;
  readonly name: PersonName;
  readonly employeeNumber: string;
  readonly reason: string;
  readonly candidates: readonly { readonly id: StaffId; readonly label: string }[];
  /** Who somebody said it is; '' for nobody on the roster; undefined while it is open. */
  readonly settledAs: string | undefined;
}

interface SignerRow {
  readonly key: SignOffKey;
  readonly row: number;
  readonly lines: number;
  readonly family: string;
  readonly given: string;
  readonly middle: string;
  readonly suffix: string;
  readonly number: string;
  readonly reason: string;
  readonly candidates: readonly { readonly id: StaffId; readonly label: string }[] | null;
  readonly settled: string | null;
  readonly total: number;
}

const label = sql`trim(m.family_name || ', ' || m.given_name || ' '
  || coalesce(nullif(m.employee_number, ''), m.badge) || ' ' || m.unit)`;

/** The people of a planned list who are in doubt, or about whom somebody has spoken: each once, in the order of the list. */
export async function listWrittenSigners(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  page: { readonly shown: 'open' | 'settled'; readonly limit: number; readonly offset: number },
): Promise<{ readonly signers: readonly WrittenSigner[]; readonly total: number }> {
  const { rows } = await sql<SignerRow>`
    select w.person_key as key, w.import_row as row, w.lines, w.family_name as family, w.given_name as given,
      w.middle_name as middle, w.suffix, w.employee_number as number, w.match_reason as reason,
      (select json_agg(json_build_object('id', m.id, 'label', ${label}) order by array_position(w.candidates, m.id))
       from staff_member m where m.agency_id = ${agency} and m.id = any(w.candidates)) as candidates,
      case when ${page.shown} = 'settled' then coalesce((select ${label} from sign_off_decision d
        join staff_member m on m.agency_id = ${agency} and m.id = d.staff_id
        where d.agency_id = ${agency} and d.person_key = w.person_key), '') end as settled,
      count(*) over () as total
    from (select distinct on (s.person_key) s.*, count(*) over (partition by s.person_key) as lines
          from acknowledgment_staged s
          where s.agency_id = ${agency} and s.import_id = ${id} and s.person_key is not null
            and (s.kind = 'review') = (${page.shown} = 'open')
          order by s.person_key, s.import_row) w
    order by w.import_row limit ${page.limit} offset ${page.offset}`.execute(tx);
  const signers = rows.map(({ key, row, lines, family, given, middle, suffix, number, reason, ...more }) => ({
    key,
    row,
    lines,
    name: { family, given, middle, suffix },
    employeeNumber: number,
    reason,
    candidates: more.candidates ?? [],
    settledAs: more.settled ?? undefined,
  }));
  return { signers, total: rows[0]?.total ?? 0 };
}
