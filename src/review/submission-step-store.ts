import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { ClosingReason, Decision, Submission, SubmissionId, SubmissionState } from './submission.ts';

/** One step of a submission; what is left out stays as it was. */
export interface SubmissionStep {
  readonly state: SubmissionState;
  readonly reviewer?: PersonId | null;
  readonly approver?: PersonId | null;
  readonly approverNote?: string;
  readonly claimedAt?: Date;
  readonly reviewedAt?: Date;
  readonly approvedAt?: Date;
  readonly answerBy?: CalendarDate;
  readonly closing?: { readonly at: Date; readonly because: ClosingReason };
}

export async function updateSubmission(
  tx: Transaction,
  id: SubmissionId,
  step: SubmissionStep,
): Promise<void> {
  const { closing } = step;
  const { numUpdatedRows } = await tx
    .updateTable('submission')
    .set({
      state: step.state,
      reviewer: step.reviewer,
      approver: step.approver,
      approver_note: step.approverNote,
      claimed_at: step.claimedAt,
      reviewed_at: step.reviewedAt,
      approved_at: step.approvedAt,
      answer_by: step.answerBy,
      closed_at: closing?.at,
      closed_because: closing?.because,
    })
    .where('id', '=', id)
    .executeTakeFirst();
  // Locked just before, so that it can only be a wall that was in the way.
  if (numUpdatedRows !== 1n) throw new Error(`The submission ${id} can't be changed by who acts.`);
}

/** Returned rounds whose last day to answer lies before today at their agency. Acts for the program. */
export async function listLateReturns(
  tx: Transaction,
  now: Date,
): Promise<readonly Pick<Submission, 'agency' | 'id'>[]> {
  const rows = await tx
    .selectFrom('submission as s')
    .innerJoin('agency as a', 'a.id', 's.agency_id')
    .select(['s.agency_id', 's.id'])
    .where('s.state', '=', 'returned')
    .where(sql<boolean>`s.answer_by < (${now}::timestamptz at time zone a.time_zone)::date`)
    .where(
      sql<boolean>`not exists (select from submission later where later.agency_id = s.agency_id
        and later.pledge_id = s.pledge_id and later.round > s.round and later.state <> 'taken-back')`,
    )
    .orderBy('s.agency_id')
    .orderBy('s.id')
    .execute();
  return rows.map(({ agency_id, id }) => ({ agency: agency_id as AgencyId, id: id as SubmissionId }));
}

/** Whether the acting person is an administrator of the campaign, as the database sees it. */
export async function actsAsAdministrator(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select is_administrator() as is`.execute(tx);
  return rows[0]?.is === true;
}

export async function updateDecision(
  tx: Transaction,
  id: SubmissionId,
  requirement: Requirement,
  decided: { readonly decision: Decision; readonly comment: string; readonly by: PersonId },
): Promise<void> {
  await tx
    .updateTable('submission_requirement')
    .set({
      decision: decided.decision,
      comment: decided.comment,
      decided_by: decided.by,
      decided_at: sql`now()`,
    })
    .where('submission_id', '=', id)
    .where('requirement', '=', requirement)
    .execute();
}
