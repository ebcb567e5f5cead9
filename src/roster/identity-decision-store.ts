import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { IdentityDecision } from './identity-decision.ts';
import type { RosterChangeKind } from './roster-import.ts';
import type { StaffId } from './staff-member.ts';
import { type StagedCandidate, stagedCandidatesFrom } from './staged-candidate.ts';

/** Everything that was said; about who was merged since, it holds for the person they became. */
export async function listIdentityDecisions(
  tx: Transaction,
  agency: AgencyId,
): Promise<readonly IdentityDecision[]> {
  const { rows } = await sql<{ writing: string; staff: StaffId; says: 'same' | 'another' }>`
    select d.writing, coalesce(g.kept_id, d.staff_id) as staff, d.says from identity_decision d
    left join staff_merge g on g.agency_id = d.agency_id and g.removed_id = d.staff_id and g.undone_at is null
    where d.agency_id = ${agency} order by d.writing, d.decided_at, d.staff_id`.execute(tx);
  return rows;
}

/** How a staged person is written, and who they may be. */
export async function findStagedQuestion(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  { kind, place }: { readonly kind: RosterChangeKind; readonly place: number },
): Promise<{ readonly writing: string; readonly candidates: readonly StagedCandidate[] } | undefined> {
  const row = await tx
    .selectFrom('roster_change')
    .select(['writing', 'candidates'])
    .where('agency_id', '=', agency)
    .where('import_id', '=', id)
    .where('kind_of_change', '=', kind)
    .where('place', '=', place)
    .executeTakeFirst();
  if (!row || row.writing === null) return undefined;
  return { writing: row.writing, candidates: stagedCandidatesFrom(row.candidates) };
}

/** Writes what was said of one writing; what was said of the same people before, and of being one, no longer holds. */
export async function replaceIdentityDecisions(
  tx: Transaction,
  agency: AgencyId,
  by: PersonId,
  writing: string,
  said: readonly { readonly staff: StaffId; readonly says: 'same' | 'another' }[],
): Promise<void> {
  const ids = said.map(({ staff }) => staff);
  await sql`
    delete from identity_decision where agency_id = ${agency} and writing = ${writing}
      and (says = 'same' or staff_id = any(${ids}::uuid[]))`.execute(tx);
  for (const { staff, says } of said) {
    await tx
      .insertInto('identity_decision')
      .values({ agency_id: agency, writing, staff_id: staff, says, decided_by: by })
      .execute();
  }
}

/** Says of everybody in question who can be one person only that they are that person. Answers how many. */
export async function insertSameForAll(
  tx: Transaction,
  agency: AgencyId,
  id: ImportId,
  by: PersonId,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into identity_decision (agency_id, writing, staff_id, says, decided_by)
    select distinct on (writing) agency_id, writing, (candidates -> 0 ->> 'staff')::uuid, 'same', ${by}::uuid
    from roster_change
    where agency_id = ${agency} and import_id = ${id} and kind_of_change = 'unclear'
      and jsonb_array_length(candidates) = 1
    order by writing, place
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
