import { type RawBuilder, sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { LastDecision, Pile } from './record-pile.ts';
import type { FoundMatch } from './record-row.ts';

/** The pile that a record of a person as written lies in. */
export const pileColumn = sql<Pile>`case match when 'by-hand' then staff_id::text when 'set-aside' then 'set-aside'
  else 'waiting' end`;

const isOpen = sql`match in ('doubtful', 'unmatched', 'by-hand', 'set-aside')`;

/** How many records a pile has, and a stamp that another pile, or the same with other records, doesn't have. */
export async function findPile(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
  pile: Pile,
): Promise<{ readonly records: number; readonly stamp: string }> {
  const { rows } = await sql<{ records: number; stamp: string }>`
    select count(*) as records, coalesce(md5(string_agg(id || match || match_reason, ',' order by id)), '') as stamp
    from training_record
    where agency_id = ${agency} and person_key = ${personKey} and ${isOpen} and ${pileColumn} = ${pile}`.execute(
    tx,
  );
  return rows[0] ?? { records: 0, stamp: '' };
}

/** Who said last whose records of this person as written are. */
export async function findLastDecision(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
): Promise<LastDecision | undefined> {
  const { rows } = await sql<LastDecision>`
    select coalesce(p.name, '') as by, r.placed_at as at, ${pileColumn} as pile, r.match_reason as reason
    from training_record r left join person p on p.id = r.placed_by
    where r.agency_id = ${agency} and r.person_key = ${personKey} and r.placed_at is not null and ${isOpen}
    order by r.placed_at desc limit 1`.execute(tx);
  return rows[0];
}

/** Gives piles of one person as written to somebody, in one statement. Answers the records and whose they were or are. */
export async function updatePiles(
  tx: Transaction,
  agency: AgencyId,
  personKey: string,
  piles: readonly Pile[],
  { staffId, state, reason, candidates }: FoundMatch,
  by: PersonId | undefined,
): Promise<{ readonly records: number; readonly staff: readonly StaffId[] }> {
  const written = candidates.length > 0 ? JSON.stringify(candidates) : null;
  const placedAt: RawBuilder<Date | null> = by ? sql`now()` : sql`null`;
  const { rows } = await sql<{ records: number; staff: StaffId[] | null }>`
    with before as (
      select id, staff_id from training_record
      where agency_id = ${agency} and person_key = ${personKey} and ${isOpen}
        and ${pileColumn} = any(${piles}::text[])
    ), given as (
      update training_record r set staff_id = ${staffId ?? null}, match = ${state}, match_reason = ${reason},
        candidates = ${written}::jsonb, placed_by = ${by ?? null}, placed_at = ${placedAt}
      from before b where r.agency_id = ${agency} and r.id = b.id
      returning r.staff_id as now, b.staff_id as earlier
    )
    select (select count(*) from given) as records,
      (select array_agg(distinct staff) from (select now as staff from given union select earlier from given) s
       where staff is not null) as staff`.execute(tx);
  return { records: rows[0]?.records ?? 0, staff: rows[0]?.staff ?? [] };
}
