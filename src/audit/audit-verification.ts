import type pg from 'pg';

export interface AuditBreak {
  readonly chain: string;
  readonly seq: number;
  /**
   * `changed`, `missing-before`, `unlinked` or `missing-end`; of acknowledgments that an event proves:
   * `acknowledgment-changed`, `-missing`, `-unproved` or `-moved`; of what people confirmed: `confirmed-changed`,
   * `-missing`, `-unproved` or `-shown-otherwise`.
   */
  readonly problem: string;
  /** Which row, where it is one: `agreement-answer 7b0c…/2`. Null for a break of the chain itself. */
  readonly subject: string | null;
}

export interface AuditFindings {
  readonly chains: number;
  readonly events: number;
  /** The first broken link of every chain, and every confirmed row that was changed; empty when the whole trail holds. */
  readonly breaks: readonly AuditBreak[];
}

/** Computes the whole trail again, as the owner of the database. */
export async function findAuditBreaks(owner: pg.Client): Promise<AuditFindings> {
  const counted = await owner.query<{ chains: number; events: number }>(
    'select count(distinct chain)::int as chains, count(*)::int as events from audit_event',
  );
  const { rows } = await owner.query<AuditBreak>(
    `select chain, seq::int as seq, problem, subject from (
       select *, null as subject from audit_breaks()
       union all select *, null from acknowledgment_breaks()
       union all select * from confirmed_breaks()) b`,
  );
  return { chains: counted.rows[0]?.chains ?? 0, events: counted.rows[0]?.events ?? 0, breaks: rows };
}
