import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';

/** Whoever changes a roster waits for the others who do, so that a plan's fingerprint holds until commit. */
export async function lockRoster(tx: Transaction, agency: AgencyId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${agency}`}, 0))`.execute(tx);
}

/**
 * A fingerprint of the roster as it stands: it changes with every person added, changed, removed or told from another.
 * It is made of which transaction wrote each row, not of when its facts date from: undoing gives facts their former
 * moment back, and a former fingerprint must never come again with another roster.
 */
export async function rosterFingerprint(tx: Transaction, agency: AgencyId): Promise<string> {
  const { rows } = await sql<{ fingerprint: string }>`
    select p.fingerprint || ' ' || d.fingerprint as fingerprint
    from (select count(*) || ' ' || coalesce(sum(hashtextextended(id::text || ' ' || xmin::text, 0)), 0) as fingerprint
      from staff_member where agency_id = ${agency}) p,
    (select count(*) || ' ' ||
        coalesce(sum(hashtextextended(writing || ' ' || staff_id::text || ' ' || xmin::text, 0)), 0) as fingerprint
      from identity_decision where agency_id = ${agency}) d`.execute(tx);
  return rows[0]?.fingerprint ?? '';
}
