import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { SubmissionId } from '../review/submission.ts';
import type { ReviewMessage, ReviewMessageId, ReviewThread } from './review-message.ts';

export interface CaseKey {
  readonly agency: AgencyId;
  readonly caseId: SubmissionId;
}

/** What was said about a case, the oldest first, as far as who acts may read it. */
export async function listMessages(
  tx: Transaction,
  { agency, caseId }: CaseKey,
  thread: ReviewThread,
): Promise<readonly ReviewMessage[]> {
  const rows = await tx
    .selectFrom('review_message as m')
    .leftJoin('person as p', 'p.id', 'm.written_by')
    .select(['m.id', 'm.thread', 'm.side', 'm.text', 'm.written_at', 'p.name'])
    .where('m.agency_id', '=', agency)
    .where('m.case_id', '=', caseId)
    .where('m.thread', '=', thread)
    .orderBy('m.written_at')
    .orderBy('m.id')
    .execute();
  return rows.map((row) => ({
    id: row.id as ReviewMessageId,
    thread,
    side: row.side === 'agency' ? 'agency' : 'campaign',
    text: row.text,
    writtenBy: row.name ?? undefined,
    writtenAt: row.written_at,
  }));
}

export async function insertMessage(
  tx: Transaction,
  { agency, caseId }: CaseKey,
  message: {
    readonly thread: ReviewThread;
    readonly side: 'agency' | 'campaign';
    readonly text: string;
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('review_message')
    .values({
      agency_id: agency,
      case_id: caseId,
      thread: message.thread,
      side: message.side,
      text: message.text,
      written_by: message.by,
      written_at: message.at,
    })
    .execute();
}
