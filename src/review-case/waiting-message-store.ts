import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { SubmissionId } from '../review/submission.ts';

/** The case of a message that waits to be read, and when it was written. */
export interface WaitingMessage {
  readonly caseId: SubmissionId;
  readonly writtenAt: Date;
}

/**
 * The newest shared message of the agency's newest case, while the campaign wrote it and the case is neither approved nor
 * closed: then the agency has not answered. Acts for the agency.
 */
export async function findWaitingMessage(
  tx: Transaction,
  agency: AgencyId,
): Promise<WaitingMessage | undefined> {
  const { rows } = await sql<WaitingMessage & { readonly side: string }>`
    select m.case_id as "caseId", m.written_at as "writtenAt", m.side
    from (
      select s.agency_id, s.case_id, s.state from submission s
      where s.agency_id = ${agency} and s.state <> 'taken-back'
      order by s.submitted_at desc, s.round desc limit 1) s
    join review_message m on m.agency_id = s.agency_id and m.case_id = s.case_id and m.thread = 'shared'
    where s.state not in ('approved', 'closed')
    order by m.written_at desc, m.id desc limit 1`.execute(tx);
  const [newest] = rows;
  return newest?.side === 'campaign' ? { caseId: newest.caseId, writtenAt: newest.writtenAt } : undefined;
}
