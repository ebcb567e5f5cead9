import type pg from 'pg';

export interface AuditBreak {
  readonly chain: string;
  readonly seq: number;
  /**
   * `changed`, `missing-before`, `unlinked` or `missing-end`; of acknowledgments that an event proves:
   * `acknowledgment-changed`, `-missing`, `-unproved` or `-moved`.
   */
  readonly problem: string;
}

export interface AuditFindings {
  readonly chains: number;
  readonly events: number;
  /** The first broken link of every chain; empty when the whole trail holds. */
  readonly breaks: readonly AuditBreak[];
}

/** Computes the whole trail again, as the owner of the database. */
export async function findAuditBreaks(owner: pg.Client): Promise<AuditFindings> {
  const counted = await owner.query<{ chains: number; events: number }>(
    'select count(distinct chain)::int as chains, count(*)::int as events from audit_event',
  );
  const { rows } = await owner.query<AuditBreak>(
    'select chain, seq::int as seq, problem from (select * from audit_breaks() union all select * from acknowledgment_breaks()) b',
  );
  return { chains: counted.rows[0]?.chains ?? 0, events: counted.rows[0]?.events ?? 0, breaks: rows };
}
