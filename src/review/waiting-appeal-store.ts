import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { AppealId } from './appeal.ts';
import type { SubmissionId } from './submission.ts';

/** An appeal that nobody has decided, as the queue and its reminder name it. */
export interface WaitingAppeal {
  readonly id: AppealId;
  readonly agency: AgencyId;
  readonly agencyName: string;
  readonly submission: SubmissionId;
  readonly caseId: SubmissionId;
  readonly filedAt: Date;
}

/** The longest waiting first. For the campaign and the program. */
export async function listWaitingAppeals(tx: Transaction): Promise<readonly WaitingAppeal[]> {
  const { rows } = await sql<WaitingAppeal>`
    select p.id, p.agency_id as agency, a.name as "agencyName", p.submission_id as submission, s.case_id as "caseId",
      p.filed_at as "filedAt"
    from review_appeal p
    join agency a on a.id = p.agency_id
    join submission s on s.agency_id = p.agency_id and s.id = p.submission_id
    where p.state = 'waiting'
    order by p.filed_at, p.id`.execute(tx);
  return rows;
}
