import { sql } from 'kysely';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';

/** Where an event belongs: each of these has its own hash chain. */
export type AuditChain =
  | { readonly agency: AgencyId; readonly partner?: PartnerId }
  | { readonly partner: PartnerId }
  | 'campaign';

/** One act that changes standing. `details` hold ids, codes, dates and numbers; never names or addresses. */
export interface AuditEntry {
  /** What was done, in the programme's words: `pledge-taken`, `policy-adopted`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Appends to the chain inside the caller's transaction: either both the act and its trace are there, or neither. */
export async function recordAudit(tx: Transaction, chain: AuditChain, entry: AuditEntry): Promise<void> {
  const agency = chain !== 'campaign' && 'agency' in chain ? chain.agency : null;
  const partner = chain !== 'campaign' && chain.partner ? chain.partner : null;
  const name = agency ? `agency:${agency}` : partner ? `partner:${partner}` : 'campaign';
  await sql`select append_audit_event(${name}, ${agency}::uuid, ${partner}::uuid, ${entry.action}, ${entry.subject.kind},
    ${entry.subject.id}, ${JSON.stringify(entry.details ?? {})}::jsonb)`.execute(tx);
}

export interface AuditEvent {
  readonly at: Date;
  readonly personName: string | undefined;
  readonly acting: string;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details: unknown;
}

/** Who did what lately at an agency, newest first. A name is given only where the acting party may know it. */
export async function recentAgencyEvents(
  tx: Transaction,
  agency: AgencyId,
  limit: number,
): Promise<readonly AuditEvent[]> {
  const rows = await tx
    .selectFrom('audit_event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.at', 'e.acting', 'e.action', 'e.subject_kind', 'e.subject_id', 'e.details', 'p.name'])
    .where('e.agency_id', '=', agency)
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
