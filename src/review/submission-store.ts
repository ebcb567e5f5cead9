import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { FrozenSnapshot } from '../snapshot/snapshot.ts';
import {
  type ClosingReason,
  type Decision,
  type FrozenSubmission,
  openStates,
  type RequirementReview,
  type ReviewProgress,
  type Submission,
  type SubmissionId,
  type SubmissionState,
} from './submission.ts';
import type { SubmissionChange } from './submission-change.ts';

export interface NewSubmission {
  readonly pledge: string;
  readonly round: number;
  readonly rulesVersion: string;
  readonly snapshot: FrozenSnapshot;
  /** Undefined for the first under a pledge. */
  readonly changes?: readonly SubmissionChange[] | undefined;
  readonly note: string;
  readonly by: PersonId;
  /** When it was sent in; now without it. */
  readonly at?: Date;
  /** One per requirement, with the agency's answer to what was asked before ('' when nothing was). */
  readonly answers: ReadonlyMap<Requirement, string>;
}

export async function insertSubmission(
  tx: Transaction,
  agency: AgencyId,
  submission: NewSubmission,
): Promise<SubmissionId> {
  const { id } = await tx
    .insertInto('submission')
    .values({
      agency_id: agency,
      pledge_id: submission.pledge,
      round: submission.round,
      state: 'waiting',
      rules_version: submission.rulesVersion,
      snapshot: submission.snapshot.text,
      snapshot_sha256: submission.snapshot.sha256,
      changes: submission.changes ? JSON.stringify(submission.changes) : null,
      note: submission.note,
      submitted_by: submission.by,
      ...(submission.at && { submitted_at: submission.at }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('submission_requirement')
    .values(
      [...submission.answers].map(([requirement, answer]) => ({
        agency_id: agency,
        submission_id: id,
        requirement,
        answer,
      })),
    )
    .execute();
  return id as SubmissionId;
}

/** Nothing that is audited changes at the acting agency from here to the end of the transaction. */
export async function holdAuditedActs(tx: Transaction): Promise<void> {
  await sql`select hold_audited_acts()`.execute(tx);
}

/** Every round of an agency, the newest first. */
export async function listSubmissions(tx: Transaction, agency: AgencyId): Promise<readonly Submission[]> {
  const rows = await submissionRows(tx)
    .where('s.agency_id', '=', agency)
    .orderBy('s.submitted_at', 'desc')
    .execute();
  return rows.map(toSubmission);
}

/** How far the newest round under this pledge is that was not taken back; undefined when there is none. */
export async function findReviewProgress(
  tx: Transaction,
  agency: AgencyId,
  pledge: string,
): Promise<ReviewProgress | undefined> {
  const row = await tx
    .selectFrom('submission as s')
    .select('s.state')
    .select(
      sql<readonly Requirement[]>`array(
        select r.requirement from submission_requirement r
        where r.agency_id = s.agency_id and r.submission_id = s.id and r.decision = 'returned')`.as(
        'returned',
      ),
    )
    .select(
      sql<readonly Requirement[]>`array(
        select distinct a.requirement from submission o
        join review_appeal a on a.agency_id = o.agency_id and a.submission_id = o.id
        where o.agency_id = s.agency_id and o.case_id = s.case_id and o.round <= s.round
          and a.state = 'allowed' and a.requirement is not null)`.as('allowed'),
    )
    .where('s.agency_id', '=', agency)
    .where('s.pledge_id', '=', pledge)
    .where('s.state', '<>', 'taken-back')
    .orderBy('s.round', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const state = row.state as SubmissionState;
  // Until the round has ended its decisions may still change, and are the reviewer's alone.
  const returned = row.returned.filter((requirement) => !row.allowed.includes(requirement));
  return { state, returned: state === 'returned' ? returned : [], allowed: row.allowed };
}

export async function findSubmission(tx: Transaction, id: string): Promise<Submission | undefined> {
  const row = await submissionRows(tx).where('s.id', '=', id).executeTakeFirst();
  return row && toSubmission(row);
}

/** The same with the text that was frozen. */
export async function findFrozenSubmission(
  tx: Transaction,
  id: string,
): Promise<FrozenSubmission | undefined> {
  const row = await submissionRows(tx).select('s.snapshot').where('s.id', '=', id).executeTakeFirst();
  return row && { ...toSubmission(row), snapshotText: row.snapshot };
}

/** The submission, locked until commit: two decisions about it follow each other. */
export async function lockSubmission(tx: Transaction, id: string): Promise<Submission | undefined> {
  const locked = await tx
    .selectFrom('submission')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return locked && findSubmission(tx, id);
}

/** The round of an agency that is not decided yet, locked until commit; there is at most one. */
export async function lockOpenRound(tx: Transaction, agency: AgencyId): Promise<Submission | undefined> {
  const locked = await tx
    .selectFrom('submission')
    .select('id')
    .where('agency_id', '=', agency)
    .where('state', 'in', openStates)
    .forUpdate()
    .executeTakeFirst();
  return locked && findSubmission(tx, locked.id);
}

function submissionRows(tx: Transaction) {
  return tx
    .selectFrom('submission as s')
    .select([
      's.agency_id',
      's.id',
      's.case_id',
      's.pledge_id',
      's.round',
      's.state',
      's.note',
      's.submitted_at',
      's.reviewer',
      's.approver',
    ])
    .select(['s.reviewed_at', 's.approved_at', 's.approver_note', 's.snapshot_sha256', 's.answer_by'])
    .select(['s.closed_at', 's.closed_because', 's.changes'])
    .select(
      sql<boolean>`s.claimed_at is not null
        or exists (select from submission_requirement r
          where r.agency_id = s.agency_id and r.submission_id = s.id and r.decision is not null)
        or exists (select from sample_decision d where d.agency_id = s.agency_id and d.submission_id = s.id)`.as(
        'has_begun',
      ),
    )
    .select(
      sql<readonly RequirementRow[]>`(
        select json_agg(json_build_object(
          'requirement', r.requirement, 'answer', r.answer, 'decision', r.decision, 'comment', r.comment,
          'decidedBy', r.decided_by, 'isAllowedOnAppeal', exists (
            select from submission o
            join review_appeal a on a.agency_id = o.agency_id and a.submission_id = o.id
            where o.agency_id = s.agency_id and o.case_id = s.case_id and o.round <= s.round
              and a.requirement = r.requirement and a.state = 'allowed')))
        from submission_requirement r where r.agency_id = s.agency_id and r.submission_id = s.id)`.as(
        'reviews',
      ),
    );
}

interface RequirementRow {
  readonly requirement: Requirement;
  readonly answer: string;
  readonly decision: Decision | null;
  readonly comment: string;
  readonly decidedBy: PersonId | null;
  readonly isAllowedOnAppeal: boolean;
}

type SubmissionRow = Awaited<ReturnType<ReturnType<typeof submissionRows>['execute']>>[number];

const order: readonly Requirement[] = ['partnership', 'policy', 'advanced-training', 'everyone-trained'];

function toSubmission(row: SubmissionRow): Submission {
  return {
    agency: row.agency_id as AgencyId,
    id: row.id as SubmissionId,
    caseId: row.case_id as SubmissionId,
    pledge: row.pledge_id,
    round: row.round,
    state: row.state as SubmissionState,
    note: row.note,
    submittedAt: row.submitted_at,
    hasBegun: row.has_begun,
    reviewer: (row.reviewer as PersonId | null) ?? undefined,
    approver: (row.approver as PersonId | null) ?? undefined,
    reviewedAt: row.reviewed_at ?? undefined,
    approvedAt: row.approved_at ?? undefined,
    approverNote: row.approver_note,
    answerBy: (row.answer_by as CalendarDate | null) ?? undefined,
    closing:
      row.closed_at && row.state === 'closed'
        ? { at: row.closed_at, because: row.closed_because as ClosingReason }
        : undefined,
    changes: (row.changes as readonly SubmissionChange[] | null) ?? undefined,
    snapshotSha256: row.snapshot_sha256,
    reviews: row.reviews
      .map(
        (review): RequirementReview => ({
          ...review,
          decision: review.decision ?? undefined,
          decidedBy: review.decidedBy ?? undefined,
        }),
      )
      .toSorted((a, b) => order.indexOf(a.requirement) - order.indexOf(b.requirement)),
  };
}
