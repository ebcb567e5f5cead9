import { sql } from 'kysely';
import type { AuditEvent } from '../audit/audit.ts';
import type { PartnerId, Transaction } from '../database/acting.ts';

/** What happened around an organization, in every chain that names it, newest first; a merged record's own acts too. */
export async function listHistory(
  tx: Transaction,
  id: PartnerId,
  limit: number,
): Promise<readonly AuditEvent[]> {
  const rows = await tx
    .selectFrom('audit_event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.at', 'e.acting', 'e.action', 'e.subject_kind', 'e.subject_id', 'e.details', 'p.name'])
    .where(
      sql<boolean>`e.partner_id = any (array(
        select o.id from partner_organization o where o.id = ${id} or o.merged_into = ${id}))`,
    )
    .orderBy('e.at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    at: row.at,
    personName: row.name ?? undefined,
    acting: row.acting,
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    details: row.details,
  }));
}
